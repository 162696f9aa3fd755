/** Whether a pasted text is worth a closer look: it has a delimiter and does not begin as JSON does. */
export function mayBeCsv(text: string): boolean {
  return /^\s*[^\s{}[\]:,]/.test(text) && /[,;\t]/.test(text);
}
