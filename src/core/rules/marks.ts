import { fingerprint, fingerprintOfBytes, withCode } from '../fingerprint.ts';
import type { HardwareHash } from '../hash/hardwareHash.ts';
import { charactersOfHash } from '../hash/hardwareHash.ts';
import type { Device } from '../manifest/manifest.ts';
import { labelsOf, textOfHash, valuesOf } from './machine.ts';

/**
 * What a device shares at least some of with every other that could be the same machine, or that has its serial number and
 * maker, as fingerprints; none is 0. They only say which devices are worth comparing.
 */
export function marksOf(device: Device, hash: HardwareHash | undefined): readonly number[] {
  const { serialNumber, maker, productKey } = labelsOf(device, hash);
  const marks = valuesOf(productKey).map(value => mark(fingerprint(value)));
  for (const serial of valuesOf(serialNumber)) {
    const print = fingerprint(serial);
    for (const name of valuesOf(maker)) marks.push(markOfNames(print, fingerprint(name)));
  }
  const ofHash = markOfHash(device, hash);
  if (ofHash !== undefined) marks.push(ofHash);
  return marks;
}

/** The mark of a serial number and a maker, of which the fingerprints are given. */
export function markOfNames(serialNumber: number, maker: number): number {
  return mark(withCode(serialNumber, maker));
}

/** Hashes of the same text have the same TPM key, if any. */
function markOfHash(device: Device, hash: HardwareHash | undefined): number | undefined {
  const tpmKey = hash?.is === 'intact' ? hash.facts.tpmKeyBytes : undefined;
  if (tpmKey !== undefined) return mark(fingerprintOfBytes(tpmKey));
  const text = textOfHash(device, hash);
  return text === undefined ? undefined : mark(fingerprint(sampleOf(text)));
}

/** Every hash begins and ends alike: what tells one from another stands between. */
const sampleStart = 64;
const sampleEnd = 256;

/** Enough of a text to tell most apart. */
function sampleOf(text: string): string {
  return text.length < charactersOfHash ? text : text.slice(sampleStart, sampleEnd);
}

function mark(print: number): number {
  return print === 0 ? 1 : print;
}
