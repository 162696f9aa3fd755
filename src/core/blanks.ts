/** Blanks are what `trim()` takes and the characters that have no width (U+200B to U+200D, U+2060). */
const blank = /[\s\u200B-\u200D\u2060]/;
const blanks = new RegExp(`${blank.source}+`, 'g');

/** The text without the blanks around it. */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text, start)) {
    start += 1;
  }
  while (end > start && isBlank(text, end - 1)) {
    end -= 1;
  }
  return end - start === text.length ? text : text.slice(start, end);
}

/** The text without any blank, not even inside it. */
export function withoutBlanks(text: string): string {
  return isVisibleAscii(text) ? text : text.replace(blanks, '');
}

/** Whether a text that is no longer than some thousand characters consists of letters, digits and marks of ASCII; of a longer one `false`. */
export function isVisibleAscii(text: string): boolean {
  if (text.length > words.byteLength) return false;
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read !== written) return false;
  // What stands behind the text in its last word is of an earlier one.
  bytes.fill(firstVisible, written, written + bytesPerWord);
  const end = Math.ceil(written / bytesPerWord);
  let outside = 0;
  for (let index = 0; index < end; index += 1) {
    const word = words[index] ?? 0;
    outside |= word | (word - firstVisibles);
  }
  return (outside & highBits) === 0;
}

function isBlank(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return (code < firstVisible || code > lastVisible) && blank.test(text.charAt(index));
}

const firstVisible = 0x21;
const lastVisible = 0x7e;

// Four bytes at a time: a regular expression takes twenty times as long for a hardware hash.
const bytesPerWord = 4;
const firstVisibles = 0x21_21_21_21;
const highBits = 0x80_80_80_80;
const encoder = new TextEncoder();
const words = new Int32Array(2048);
const bytes = new Uint8Array(words.buffer);
