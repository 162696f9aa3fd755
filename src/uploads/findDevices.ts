import { serialKeysOf } from '../core/upload/deviceIdentity.ts';
import { uniqueKeysInSteps } from '../core/upload/uniqueKeys.ts';
import { presentSerialsOf, recordedKeysOf } from './deviceKeys.ts';
import type { PresentManifest } from './presentManifest.ts';
import type { UploadRecord } from './uploadRecord.ts';

/** How many devices are looked for between two pauses. */
const devicesPerStep = 256;

/**
 * Finds devices of an upload, given by their positions in its record, in a manifest as it is now. What comes back leads from
 * those positions to positions in the manifest; what is not there any more, or not there for certain, is missing.
 *
 * In the very same text every device stands where it stood. In another one a device is found by a serial number that occurs
 * once on both sides, typed or inside its hash; one that stands there without a serial number of its own, by being unchanged.
 */
export function* findDevices(
  record: UploadRecord,
  places: readonly number[],
  manifest: PresentManifest,
): Generator<void, ReadonlyMap<number, number>> {
  if (record.manifest.digest === manifest.digest) {
    return new Map(places.filter(place => place < manifest.devices.length).map(place => [place, place]));
  }
  const found = yield* findBySerial(record, places, manifest);
  const others = places.filter(place => !found.has(place));
  return others.length === 0 ? found : new Map([...found, ...(yield* findUnchanged(record, others, manifest))]);
}

function* findBySerial(
  record: UploadRecord,
  places: readonly number[],
  manifest: PresentManifest,
): Generator<void, ReadonlyMap<number, number>> {
  const { serials } = yield* recordedKeysOf(record);
  const positions = yield* presentSerialsOf(manifest);
  const found = new Map<number, number>();
  for (const [index, place] of places.entries()) {
    for (const key of serialKeysOf(record.devices[place] ?? {})) {
      const position = serials.get(key) === place ? positions.get(key) : undefined;
      if (position !== undefined && !found.has(place)) {
        found.set(place, position);
      }
    }
    if (index % devicesPerStep === devicesPerStep - 1) yield;
  }
  return found;
}

/** Looks only at devices without a serial number of their own: the others would have been found by that. */
function* findUnchanged(
  record: UploadRecord,
  places: readonly number[],
  manifest: PresentManifest,
): Generator<void, ReadonlyMap<number, number>> {
  const { prints } = yield* recordedKeysOf(record);
  const serials = yield* presentSerialsOf(manifest);
  const present = yield* uniqueKeysInSteps(manifest.devices, ({ identity, print }) => {
    const hasOwnSerial = serialKeysOf(identity()).some(key => serials.has(key));
    return hasOwnSerial ? [] : [print()];
  });
  const found = new Map<number, number>();
  for (const place of places) {
    const { print } = record.devices[place] ?? {};
    const position = print !== undefined && prints.get(print) === place ? present.get(print) : undefined;
    if (position !== undefined) {
      found.set(place, position);
    }
  }
  return found;
}
