import { hexadecimal } from '../core/hash/hexadecimal.ts';
import type { Sha256 } from '../core/sha256.ts';

/** SHA-256 of a manifest's text in UTF-8, in hexadecimal: what tells whether it is still the one that was confirmed. */
export function manifestDigest(text: string, sha256: Sha256): string {
  return hexadecimal(sha256(new TextEncoder().encode(text)));
}
