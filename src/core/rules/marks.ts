import { fingerprint, fingerprintOfBytes, withCode } from '../fingerprint.ts';
import type { HardwareHash } from '../hash/hardwareHash.ts';
import { charactersOfHash } from '../hash/hardwareHash.ts';
import type { Device } from '../manifest/manifest.ts';
import { type Labels, labelsOf, textOfHash, valuesOf } from './machine.ts';

/**
 * What a device shares at least some of with every other that could be the same machine, or that has its serial number and
 * maker, as fingerprints; none is 0. They only say which devices are worth comparing.
 */
export function marksOf(device: Device, hash: HardwareHash | undefined): readonly number[] {
  return marksOfLabels(labelsOf(device, hash), markOfHash(device, hash));
}

/** The same from what is written on the machine, and the mark of its hash. */
export function marksOfLabels(
  { serialNumber, maker, productKey }: Labels,
  ofHash: number | undefined,
): readonly number[] {
  const marks = ofHash === undefined ? [] : [ofHash];
  for (const value of valuesOf(productKey)) marks.push(markOf(fingerprint(value)));
  for (const serial of valuesOf(serialNumber)) {
    const print = fingerprint(serial);
    for (const name of valuesOf(maker)) marks.push(markOfNames(print, fingerprint(name)));
  }
  return marks;
}

/** The mark of a serial number and a maker, from their fingerprints. */
export function markOfNames(serialNumber: number, maker: number): number {
  return markOf(withCode(serialNumber, maker));
}

/** Hashes of the same text have the same TPM key, if any. */
function markOfHash(device: Device, hash: HardwareHash | undefined): number | undefined {
  const ofTpmKey = markOfTpmKey(hash);
  if (ofTpmKey !== undefined) return ofTpmKey;
  const text = textOfHash(device, hash);
  return text === undefined ? undefined : markOf(fingerprint(sampleOf(text)));
}

/** `undefined` where the hash holds none that can be trusted. */
export function markOfTpmKey(hash: HardwareHash | undefined): number | undefined {
  const key = hash?.is === 'intact' ? hash.facts.tpmKeyBytes : undefined;
  return key && markOf(fingerprintOfBytes(key.subarray(0, sampledBytes)));
}

/** Keys differ everywhere. */
const sampledBytes = 32;

/** Every hash begins and ends alike: what tells one from another stands between. */
const sampleStart = 64;
const sampleEnd = 256;

/** Enough of a text to tell most apart. */
function sampleOf(text: string): string {
  return text.length < charactersOfHash ? text : text.slice(sampleStart, sampleEnd);
}

function markOf(print: number): number {
  return print === 0 ? 1 : print;
}
