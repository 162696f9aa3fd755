import { applyEdits, format } from 'jsonc-parser';

/** Indents JSON for reading. Only the blanks between its parts change: numbers, escapes and whatever is broken stay as they came. */
export function indentJson(text: string): string {
  return applyEdits(text, format(text, undefined, { insertSpaces: true, tabSize: 2, eol: '\n' }));
}
