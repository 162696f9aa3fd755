import { fingerprint, fingerprintOfBytes, withCode } from '../fingerprint.ts';
import type { HardwareHash, HashFacts } from '../hash/hardwareHash.ts';
import { charactersOfHash } from '../hash/hardwareHash.ts';
import type { Device } from '../manifest/manifest.ts';
import { labelsOf, sound, textOfHash, valuesOf } from './machine.ts';

/**
 * What a device shares at least some of with every other that could be the same machine, or that has its serial number and
 * maker, as fingerprints; none is 0. They only say which devices are worth comparing.
 */
export function marksOf(device: Device, hash: HardwareHash | undefined): readonly number[] {
  const { serialNumber, maker, productKey } = labelsOf(device, hash);
  const marks: (number | undefined)[] = [markOfHash(device, hash), ...valuesOf(productKey).map(markOfProductKey)];
  for (const serial of valuesOf(serialNumber)) {
    const print = fingerprint(serial);
    for (const name of valuesOf(maker)) marks.push(markOfNames(print, fingerprint(name)));
  }
  return marks.filter(mark => mark !== undefined);
}

/** The mark of a serial number and a maker, from their fingerprints. */
export function markOfNames(serialNumber: number, maker: number): number {
  return markOf(withCode(serialNumber, maker));
}

/** Hashes of the same text have the same TPM key, if any. */
function markOfHash(device: Device, hash: HardwareHash | undefined): number | undefined {
  const ofTpmKey = hash?.is === 'intact' ? markOfTpmKey(hash.facts) : undefined;
  if (ofTpmKey !== undefined) return ofTpmKey;
  const text = textOfHash(device, hash);
  return text === undefined ? undefined : markOf(fingerprint(sampleOf(text)));
}

/** `undefined` where there is none that can be trusted. */
export function markOfTpmKey({ tpmKeyBytes }: HashFacts): number | undefined {
  return tpmKeyBytes && markOf(fingerprintOfBytes(tpmKeyBytes, sampledBytes));
}

/** `undefined` where it tells no machine from others. */
export function markOfProductKey(productKey: string | undefined): number | undefined {
  const sure = sound(productKey);
  return sure === undefined ? undefined : markOf(fingerprint(sure));
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
