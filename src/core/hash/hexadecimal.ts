const digitPairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Two lower-case digits for each byte. */
export function hexadecimal(bytes: Iterable<number>): string {
  // Joined, not added up: text that is added up holds on to every piece until it is read.
  const pairs: string[] = [];
  for (const byte of bytes) {
    pairs.push(digitPairs[byte] ?? '');
  }
  return pairs.join('');
}
