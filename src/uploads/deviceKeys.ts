import { serialKeysOf } from '../core/upload/deviceIdentity.ts';
import { uniqueKeysInSteps } from '../core/upload/uniqueKeys.ts';
import type { PresentDevice, PresentManifest } from './presentManifest.ts';
import type { RecordedDevice, UploadRecord } from './uploadRecord.ts';

type Places = ReadonlyMap<string, number>;

/** What only one of an upload's devices has, and the position of that device in the record. */
export interface RecordedKeys {
  /** Serial numbers, typed or inside a hash, as keys. */
  readonly serials: Places;
  readonly prints: Places;
}

const recordedKeys = new WeakMap<readonly RecordedDevice[], RecordedKeys>();
const presentSerials = new WeakMap<readonly PresentDevice[], Places>();

/** They are found once, in steps: what is recorded of devices never changes. */
export function* recordedKeysOf({ devices }: UploadRecord): Generator<void, RecordedKeys> {
  const known = recordedKeys.get(devices);
  if (known !== undefined) {
    return known;
  }
  const keys = {
    serials: yield* uniqueKeysInSteps(devices, serialKeysOf),
    prints: yield* uniqueKeysInSteps(devices, ({ print }) => (print === undefined ? [] : [print])),
  };
  recordedKeys.set(devices, keys);
  return keys;
}

/** The serial numbers, as keys, that only one of a manifest's devices has, with its position. They are found once, in steps. */
export function* presentSerialsOf({ devices }: PresentManifest): Generator<void, Places> {
  const known = presentSerials.get(devices);
  if (known !== undefined) {
    return known;
  }
  const serials = yield* uniqueKeysInSteps(devices, ({ identity }) => serialKeysOf(identity()));
  presentSerials.set(devices, serials);
  return serials;
}
