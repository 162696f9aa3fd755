/** First characters that make spreadsheets run a cell as a formula (OWASP, "CSV Injection"; ASVS 5.0, 1.2.10). */
const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** Whether a spreadsheet would run the value instead of showing it. */
export function isFormula(value: string): boolean {
  return formulaStart.test(value);
}

/**
 * One cell of a comma-separated file (RFC 4180): quoted where it has to be, and with an apostrophe in front of what a
 * spreadsheet would run.
 */
export function safeCell(value: string): string {
  const safe = isFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
