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

/** What JavaScript itself has where the engine is new enough (ECMAScript 2026, Uint8Array.fromBase64). */
interface NativeBase64 {
  fromBase64?(text: string, options: { readonly lastChunkHandling: 'loose' }): Uint8Array;
}

const native: NativeBase64 & typeof Uint8Array = Uint8Array;

/** Reads base64 with the standard alphabet. Padding at the end may be missing or too long; anywhere else it is foreign. */
export function readBase64(text: string): Base64 {
  const end = endOfDigits(text);
  const whole = end % 4 !== 1;
  const bytes = whole && end === text.length ? readNatively(text) : undefined;
  return bytes === undefined ? readDigits(text, end) : { is: 'bytes', bytes, whole };
}

/** `undefined` where the engine cannot, or will not: it skips blanks, which are foreign here, and then there are fewer bytes. */
function readNatively(text: string): Uint8Array | undefined {
  try {
    const bytes = native.fromBase64?.(text, { lastChunkHandling: 'loose' });
    return bytes?.length === Math.floor((text.length * 3) / 4) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function readDigits(text: string, end: number): Base64 {
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let at = 0;
  let offset = 0;
  for (; offset + 4 <= end; offset += 4) {
    const four =
      (digitAt(text, offset) << 18) |
      (digitAt(text, offset + 1) << 12) |
      (digitAt(text, offset + 2) << 6) |
      digitAt(text, offset + 3);
    if (four < 0) return { is: 'foreign', offset: firstForeign(text, offset) };
    bytes[at++] = four >>> 16;
    bytes[at++] = four >>> 8;
    bytes[at++] = four;
  }
  const rest =
    (digit(text, offset, end) << 18) | (digit(text, offset + 1, end) << 12) | (digit(text, offset + 2, end) << 6);
  if (rest < 0) return { is: 'foreign', offset: firstForeign(text, offset) };
  // Bytes past the end of the array, where the last four digits are not complete, are not kept.
  bytes[at] = rest >>> 16;
  bytes[at + 1] = rest >>> 8;
  return { is: 'bytes', bytes, whole: end % 4 !== 1 };
}

function digitAt(text: string, offset: number): number {
  return values[text.charCodeAt(offset)] ?? -1;
}

/** Behind the end there is room for nothing but zeros. */
function digit(text: string, offset: number, end: number): number {
  return offset < end ? digitAt(text, offset) : 0;
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
