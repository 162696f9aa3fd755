import type { Sha256 } from '../sha256.ts';

import { decodeHardwareHash } from './decode.ts';
import { charactersOfHash } from './hardwareHash.ts';

const foreignCharacters = /[^A-Za-z0-9+/]+/g;

/**
 * The intact hash that `text` was before it got quotation marks, line breaks, the letters of base64url or padding, or lost zeros at
 * its end: 4,000 characters. `undefined` if that is not certain, for only a hash whose SHA-256 agrees is.
 */
export function restoreHash(text: string, sha256: Sha256): string | undefined {
  const digits = text.replaceAll('-', '+').replaceAll('_', '/').replaceAll(foreignCharacters, '');
  const hash = digits.padEnd(charactersOfHash, 'A').slice(0, charactersOfHash);
  const lost = digits.slice(charactersOfHash);
  return /^A*$/.test(lost) && decodeHardwareHash(hash, sha256).is === 'intact' ? hash : undefined;
}
