const digitPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Two lower-case digits for each byte. */
export function hexadecimal(bytes: Iterable<number>): string {
  // Joined, not added up: text that is added up holds on to every piece until it is read.
  return Array.from(bytes, byte => digitPairs[byte]).join('');
}
