import { type DeviceIdentity, serialKeysOf } from '../core/upload/deviceIdentity.ts';
import { uniqueKeys } from '../core/upload/uniqueKeys.ts';
import type { RecordedDevice, UploadRecord } from './uploadRecord.ts';

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
  /** Its `manifestDigest`. */
  readonly digest: () => string;
}

/**
 * Where the devices of an upload stand in a manifest now: a function from positions in the record's devices to positions in the
 * manifest's, `undefined` for what is not there any more, or not there for certain.
 *
 * In the very same text every device stands where it stood. In another one a device is found by a serial number that occurs
 * once on both sides, typed or inside its hash, else by being unchanged.
 */
export function findDevices(record: UploadRecord, manifest: PresentManifest): (place: number) => number | undefined {
  if (isSameText(record, manifest)) {
    return place => (place < manifest.devices.length ? place : undefined);
  }
  const bySerial = pairs(record.devices.map(serialKeysOf), () =>
    manifest.devices.map(({ identity }) => serialKeysOf(identity)),
  );
  const byPrint = pairs(record.devices.map(printsOf), () => manifest.devices.map(({ print }) => [print()]));
  return place => bySerial(place) ?? byPrint(place);
}

/** Whether the device at a place of the record, found at `position` now, is still what was sent. */
export function isUnchanged(record: UploadRecord, place: number, manifest: PresentManifest, position: number): boolean {
  const sent = record.devices[place]?.print;
  return sent === undefined || isSameText(record, manifest) || sent === manifest.devices[position]?.print();
}

function isSameText(record: UploadRecord, manifest: PresentManifest): boolean {
  return record.manifest.digest === manifest.digest();
}

/** Finds partners by keys that occur once on either side; those `there` are looked at only when they are needed. */
function pairs(
  here: readonly Iterable<string>[],
  there: () => readonly Iterable<string>[],
): (place: number) => number | undefined {
  const own = uniqueKeys(here);
  let others: ReadonlyMap<string, number> | undefined;
  return place => {
    for (const key of here[place] ?? []) {
      others ??= uniqueKeys(there());
      const found = own.get(key) === place ? others.get(key) : undefined;
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  };
}

function printsOf({ print }: RecordedDevice): readonly string[] {
  return print === undefined ? [] : [print];
}
