/** Blanks are what `trim()` takes and the characters that have no width (U+200B to U+200D, U+2060). */
const blank = /[\s\u200B-\u200D\u2060]/;
const blanks = new RegExp(`${blank.source}+`, 'g');

/** The text without the blanks around it. */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && blank.test(text.charAt(start))) {
    start += 1;
  }
  while (end > start && blank.test(text.charAt(end - 1))) {
    end -= 1;
  }
  return text.slice(start, end);
}

/** The text without any blank, not even inside it. */
export function withoutBlanks(text: string): string {
  return text.replace(blanks, '');
}
