import { readGuid } from '../core/guid.ts';
import type { Check } from '../core/manifest/validate.ts';
import { uploadDeviceOf } from '../core/upload/batchOf.ts';
import { type DeviceIdentity, identityOf, serialKeysOf } from '../core/upload/deviceIdentity.ts';
import { uniqueKeys } from '../core/upload/uniqueKeys.ts';
import { devicePrint } from './devicePrint.ts';
import type { UploadRecord } from './uploadRecord.ts';

/** A device as it stands in a manifest now. */
export interface PresentDevice {
  readonly identity: DeviceIdentity;
  /** Its `devicePrint`, if it were sent now. */
  readonly print: () => string;
}

/** A manifest as it is now. */
export interface PresentManifest {
  /** The address of the document, as records name it. */
  readonly uri: string;
  /** The customer it is pinned to, a GUID in lower case; `undefined` if it names none. */
  readonly customerId: string | undefined;
  readonly devices: readonly PresentDevice[];
  /** SHA-256 of its text, as records have it. */
  readonly digest: string;
}

/** The manifest that was checked, whose document is at `uri` and whose text has the `digest`. */
export function presentManifestOf(uri: string, { manifest, hashOf, sha256 }: Check, digest: string): PresentManifest {
  const { customerId, devices } = manifest;
  return {
    uri,
    digest,
    customerId: customerId?.is === 'text' ? readGuid(customerId.text) : undefined,
    devices: devices.map(device => {
      const sent = uploadDeviceOf(device);
      return { identity: identityOf(sent, hashOf(device)), print: () => devicePrint(sent, sha256) };
    }),
  };
}

/**
 * Where the devices of an upload stand in a manifest now: a function from positions in the record's devices to positions in the
 * manifest's, `undefined` for what is not there any more, or not there for certain.
 *
 * In the very same text every device stands where it stood. In another one a device is found by a serial number that occurs
 * once on both sides, typed or inside its hash; one that stands there without a serial number of its own, by being unchanged.
 */
export function findDevices(record: UploadRecord, manifest: PresentManifest): (place: number) => number | undefined {
  if (record.manifest.digest === manifest.digest) {
    return place => (place < manifest.devices.length ? place : undefined);
  }
  const sent = record.devices.map(device => [...serialKeysOf(device)]);
  const now = manifest.devices.map(({ identity }) => [...serialKeysOf(identity)]);
  const [placeOf, positionOf] = [uniqueKeys(sent), uniqueKeys(now)];
  const bySerial = (place: number): number | undefined =>
    sent[place]?.map(key => (placeOf.get(key) === place ? positionOf.get(key) : undefined)).find(isThere);
  let unchanged: ReadonlyMap<number, number> | undefined;
  const byPrint = (place: number): number | undefined => {
    // Whatever has a serial number of its own would have been found by it. The others take their time.
    unchanged ??= unchangedDevices(
      record,
      manifest.devices,
      position => now[position]?.every(key => !positionOf.has(key)) ?? false,
    );
    return unchanged.get(place);
  };
  return place => bySerial(place) ?? byPrint(place);
}

/** The positions of devices whose print occurs once among the recorded ones and once among those that `mayBe` it. */
function unchangedDevices(
  record: UploadRecord,
  devices: readonly PresentDevice[],
  mayBe: (position: number) => boolean,
): ReadonlyMap<number, number> {
  const sent = uniqueKeys(record.devices.map(({ print }) => [print].filter(isThere)));
  const now = uniqueKeys(devices.map(({ print }, position) => (mayBe(position) ? [print()] : [])));
  return new Map(
    [...sent].flatMap(([print, place]) => {
      const position = now.get(print);
      return position === undefined ? [] : [[place, position] as const];
    }),
  );
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}

/** Whether the device at a place of the record, found at `position` now, is still what was sent. */
export function isUnchanged(record: UploadRecord, place: number, manifest: PresentManifest, position: number): boolean {
  const sent = record.devices[place]?.print;
  return (
    sent === undefined || record.manifest.digest === manifest.digest || sent === manifest.devices[position]?.print()
  );
}
