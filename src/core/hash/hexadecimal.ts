const digitPairs: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Two lower-case digits. */
export function digitPair(byte: number): string {
  return digitPairs[byte] ?? '';
}

/** What JavaScript itself has where the engine is new enough (ECMAScript 2026, Uint8Array.prototype.toHex). */
interface NativeHexadecimal {
  toHex?(): string;
}

/** Two lower-case digits for each byte. */
export function hexadecimal(bytes: Uint8Array & NativeHexadecimal): string {
  if (bytes.toHex !== undefined) return bytes.toHex();
  // Joined, not added up: text that is added up holds on to every piece until it is read.
  const pairs: string[] = [];
  for (const byte of bytes) {
    pairs.push(digitPair(byte));
  }
  return pairs.join('');
}
