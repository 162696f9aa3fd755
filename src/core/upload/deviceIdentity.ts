import type { HardwareHash } from '../hash/hardwareHash.ts';
import { isPlaceholder } from '../rules/placeholder.ts';
import type { UploadDevice } from './uploadDevice.ts';

/** Everything by which the service may name a device that was sent. */
export interface DeviceIdentity {
  readonly deviceId?: string | undefined;
  /** As typed. */
  readonly serialNumber?: string | undefined;
  /** As typed. */
  readonly productKey?: string | undefined;
  /** The serial number inside the hash, unless firmware only left a placeholder there. */
  readonly hashSerialNumber?: string | undefined;
  /** The product key id inside the hash. */
  readonly hashProductKeyId?: string | undefined;
}

/** The identity of a device, with what its decoded hash tells if that is intact. */
export function identityOf(device: UploadDevice, hash?: HardwareHash): DeviceIdentity {
  const facts = hash?.is === 'intact' ? hash.facts : undefined;
  const hashSerialNumber = facts?.serialNumber;
  return {
    serialNumber: device.serialNumber,
    productKey: device.productKey,
    hashSerialNumber: hashSerialNumber === undefined || isPlaceholder(hashSerialNumber) ? undefined : hashSerialNumber,
    hashProductKeyId: facts?.productKeyId,
  };
}

/** What the service shows of a device, in a job's report or in a batch's list. */
export interface ShownIdentity {
  readonly deviceId?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly productKey?: string | undefined;
}

/** Ids are compared without blanks around them and without case. */
export function idKey(id: string | undefined): string | undefined {
  const key = id?.trim().toLowerCase();
  return key === '' ? undefined : key;
}

/** The keys of the few ids there are, each once. */
export function idKeys(ids: readonly (string | undefined)[]): readonly string[] {
  const keys: string[] = [];
  for (const id of ids) {
    const key = idKey(id);
    if (key !== undefined && !keys.includes(key)) {
      keys.push(key);
    }
  }
  return keys;
}

/** The serial numbers under which the device may be shown, as keys. */
export function serialKeysOf(device: DeviceIdentity): readonly string[] {
  return idKeys([device.serialNumber, device.hashSerialNumber]);
}

/** The product keys under which the device may be shown, as keys. */
export function productKeysOf(device: DeviceIdentity): readonly string[] {
  return idKeys([device.productKey, device.hashProductKeyId]);
}

/** Whether the service shows an id of a kind that the device has too, and it is another one. */
export function contradicts(device: DeviceIdentity, shown: ShownIdentity): boolean {
  return (
    differs(shown.deviceId, device.deviceId) ||
    differs(shown.serialNumber, device.serialNumber, device.hashSerialNumber) ||
    differs(shown.productKey, device.productKey, device.hashProductKeyId)
  );
}

function differs(shown: string | undefined, ...ids: readonly (string | undefined)[]): boolean {
  const key = ids.includes(shown) ? undefined : idKey(shown);
  const own = key === undefined ? [] : idKeys(ids);
  return key !== undefined && own.length > 0 && !own.includes(key);
}
