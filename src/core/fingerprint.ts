// FNV-1a: short, and good enough for texts that differ (Fowler, Noll, Vo: the offset basis and prime for 32 bits).

export const fingerprintSeed = 0x81_1c_9d_c5 | 0;
const prime = 0x01_00_01_93;

/** A number of 32 bits for a text: the same for the same text, and nearly always another for another one. */
export function fingerprint(text: string, seed = fingerprintSeed): number {
  let print = seed;
  for (let index = 0; index < text.length; index += 1) {
    print = withCode(print, text.charCodeAt(index));
  }
  return print;
}

/** The same for the first `count` bytes, or all there are. */
export function fingerprintOfBytes(bytes: Uint8Array, count: number): number {
  let print = fingerprintSeed;
  for (let index = 0; index < count && index < bytes.length; index += 1) {
    print = withCode(print, bytes[index] ?? 0);
  }
  return print;
}

/** The fingerprint of what `print` is of, and behind that a character, or whatever number of 32 bits. */
export function withCode(print: number, code: number): number {
  return Math.imul(print ^ code, prime);
}
