import { trimBlanks } from '../blanks.ts';

/** A cell's value, and whether it was dressed up for a spreadsheet. */
export interface Cell {
  /** Without blanks and quotation marks around it; `''` where there is nothing. */
  readonly text: string;
  readonly unwrapped: boolean;
}

/** A formula that only keeps a spreadsheet from reading digits as a number. */
const textFormula = /^=\s*"([^]*)"$/;

/** Reads a raw cell: takes off blanks, left-over quotation marks, `="…"` and the apostrophe that marks text in spreadsheets. */
export function readCell(raw: string): Cell {
  const trimmed = trimBlanks(raw);
  const formula = textFormula.exec(trimmed)?.[1];
  const text = trimQuotes(formula ?? trimmed);
  return text.startsWith("'")
    ? { text: trimBlanks(text.slice(1)), unwrapped: true }
    : { text, unwrapped: formula !== undefined };
}

/** Whether a value begins as the 4K hashes that Windows collects do, or is base64 too long to be anything else. */
export function isHashLike(value: string): boolean {
  return /^T0[E-H][A-Za-z0-9+/\s]{17}/.test(value) || /^[A-Za-z0-9+/]{100}/.test(value);
}

/** Whether a value has the form of a product key id: digits only, a few of them perhaps lost. */
export function isKeyLike(value: string): boolean {
  return /^\d{12,13}$/.test(value);
}

/** Takes off quotation marks on both sides; one at the end alone stands for inches. */
function trimQuotes(text: string): string {
  let depth = 0;
  while (text.length > depth * 2 + 1 && text.charAt(depth) === '"' && text.charAt(text.length - 1 - depth) === '"') {
    depth += 1;
  }
  return trimBlanks(text.slice(depth, text.length - depth));
}
