import type { Sha256 } from '../sha256.ts';

import type { HashAlteration } from './hardwareHash.ts';

/** "CS" and the trailer's length, 36, as a little-endian u16. */
const trailerHeader = [0x43, 0x53, 36, 0];
const digestBytes = 32;

/** How many bytes stand behind the records and are no filling. */
export const trailerBytes = trailerHeader.length + digestBytes;

/**
 * What is wrong behind the records, which end at `end`: there stand a header, the SHA-256 of everything before it, and zeros.
 */
export function checkTrailer(bytes: Uint8Array, end: number, sha256: Sha256): readonly HashAlteration[] {
  if (bytes.length < end + trailerBytes || !isHeader(bytes, end)) {
    return [{ kind: 'trailer-missing' }];
  }
  const alterations: HashAlteration[] = [];
  const digest = sha256(bytes.subarray(0, end));
  if (!isDigest(bytes, end + trailerHeader.length, digest)) {
    alterations.push({ kind: 'digest' });
  }
  if (!isZero(bytes, end + trailerBytes)) {
    alterations.push({ kind: 'bytes-behind-trailer' });
  }
  return alterations;
}

// Plain loops: with `every` these would be most of the time that a hash takes.

function isHeader(bytes: Uint8Array, start: number): boolean {
  for (let index = 0; index < trailerHeader.length; index += 1) {
    if (bytes[start + index] !== trailerHeader[index]) return false;
  }
  return true;
}

function isDigest(bytes: Uint8Array, start: number, digest: Uint8Array): boolean {
  for (let index = 0; index < digestBytes; index += 1) {
    if (bytes[start + index] !== digest[index]) return false;
  }
  return true;
}

function isZero(bytes: Uint8Array, start: number): boolean {
  for (let index = start; index < bytes.length; index += 1) {
    if (bytes[index] !== 0) return false;
  }
  return true;
}
