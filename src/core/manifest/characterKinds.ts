/** Kinds of characters that may stand in a string as they are. */
export const kind = {
  zero: 1,
  /** From 1 to 9. */
  digit: 2,
  /** But x. */
  letter: 4,
  x: 8,
  dash: 16,
  otherAscii: 32,
  foreign: 64,
} as const;

/** The kind of each byte of UTF-8; 0 for those that end a string or need a closer look: control characters, quotes, backslashes. */
export const kindOfByte: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte));

function kindOf(byte: number): number {
  const character = String.fromCharCode(byte);
  if (byte < 0x20 || character === '"' || character === '\\') return 0;
  if (byte >= 0x80) return kind.foreign;
  if (character === '0') return kind.zero;
  if (/\d/.test(character)) return kind.digit;
  if (/x/i.test(character)) return kind.x;
  if (/[a-z]/i.test(character)) return kind.letter;
  return character === '-' ? kind.dash : kind.otherAscii;
}
