import { BytePool } from './bytePool.ts';

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

const encoder = new TextEncoder();
const characters = new Uint8Array(4096);
const pool = new BytePool();

for (let value = 0; value < alphabet.length; value += 1) {
  values[alphabet.charCodeAt(value)] = value;
}

/** Reads base64 with the standard alphabet. Padding at the end may be missing or too long; anywhere else it is foreign. */
export function readBase64(text: string): Base64 {
  const end = endOfDigits(text);
  const complete = end - (end % 4);
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  const read = decode(text, complete, bytes);
  const rest =
    (digit(text, complete, end) << 18) | (digit(text, complete + 1, end) << 12) | (digit(text, complete + 2, end) << 6);
  if (!read || rest < 0) return { is: 'foreign', offset: firstForeign(text, 0) };
  // Bytes past the end of the array, where the last four digits are not complete, are not kept.
  const at = (complete / 4) * 3;
  bytes[at] = rest >>> 16;
  bytes[at + 1] = rest >>> 8;
  return { is: 'bytes', bytes, whole: end % 4 !== 1 };
}

/** The bytes of the first `count` characters, a multiple of four; `undefined` if one of them is foreign. */
export function readDigits(text: string, count: number): Uint8Array | undefined {
  const bytes = pool.take((count / 4) * 3);
  return decode(text, count, bytes) ? bytes : undefined;
}

/** Writes what the first `count` characters, a multiple of four, stand for into `bytes`; tells whether none of them is foreign. */
function decode(text: string, count: number, bytes: Uint8Array): boolean {
  let at = 0;
  let all = 0;
  for (let start = 0; start < count; start += characters.length) {
    // Bytes are read faster than the characters of a part of a text.
    const end = Math.min(count, start + characters.length);
    const { read, written } = encoder.encodeInto(text.slice(start, end), characters);
    if (read !== written) return false;
    for (let index = 0; index < written; index += 4) {
      const four =
        (valueOf(characters[index]) << 18) |
        (valueOf(characters[index + 1]) << 12) |
        (valueOf(characters[index + 2]) << 6) |
        valueOf(characters[index + 3]);
      all |= four;
      bytes[at] = four >>> 16;
      bytes[at + 1] = four >>> 8;
      bytes[at + 2] = four;
      at += 3;
    }
  }
  return all >= 0;
}

function valueOf(character = 0): number {
  return values[character] ?? -1;
}

/** What the character at an offset stands for; -1 where it is foreign. */
export function valueAt(text: string, offset: number): number {
  return values[text.charCodeAt(offset)] ?? -1;
}

/** Behind the end there is room for nothing but zeros. */
function digit(text: string, offset: number, end: number): number {
  return offset < end ? valueAt(text, offset) : 0;
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
