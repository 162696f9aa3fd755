/** The bytes that base64 text stands for, or the first character that has no place in it. */
export type Base64 =
  /** `whole` is false where one last character is left over: it stands for no byte, and no padding mends it. */
  | { readonly is: 'bytes'; readonly bytes: Uint8Array; readonly whole: boolean }
  /** `offset` counts UTF-16 units. */
  | { readonly is: 'foreign'; readonly offset: number };

/** RFC 4648, table 1. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The value of each digit by its character code; -1 where a character is none. */
const values = new Int8Array(128).fill(-1);
for (let value = 0; value < alphabet.length; value += 1) {
  values[alphabet.charCodeAt(value)] = value;
}

/** Reads base64 with the standard alphabet. Padding at the end may be missing or too long; anywhere else it is foreign. */
export function readBase64(text: string): Base64 {
  const end = endOfDigits(text);
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let at = 0;
  for (let offset = 0; offset < end; offset += 4) {
    const four =
      (digit(text, offset, end) << 18) |
      (digit(text, offset + 1, end) << 12) |
      (digit(text, offset + 2, end) << 6) |
      digit(text, offset + 3, end);
    if (four < 0) {
      return { is: 'foreign', offset: firstForeign(text, offset) };
    }
    // Bytes past the end of the array, where the last four are not complete, are not kept.
    bytes[at] = four >>> 16;
    bytes[at + 1] = four >>> 8;
    bytes[at + 2] = four;
    at += 3;
  }
  return { is: 'bytes', bytes, whole: end % 4 !== 1 };
}

/** Behind the end there is room for nothing but zeros. */
function digit(text: string, offset: number, end: number): number {
  return offset < end ? (values[text.charCodeAt(offset)] ?? -1) : 0;
}

function firstForeign(text: string, start: number): number {
  let offset = start;
  while (digit(text, offset, text.length) >= 0) {
    offset += 1;
  }
  return offset;
}

function endOfDigits(text: string): number {
  let end = text.length;
  while (text.charAt(end - 1) === '=') {
    end -= 1;
  }
  return end;
}
