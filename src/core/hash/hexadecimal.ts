const hexadecimalDigits = '0123456789abcdef';

/** Two lower-case digits for each byte. */
export function hexadecimal(bytes: Iterable<number>): string {
  let text = '';
  for (const byte of bytes) {
    text += hexadecimalDigits.charAt(byte >>> 4) + hexadecimalDigits.charAt(byte & 0xf);
  }
  return text;
}
