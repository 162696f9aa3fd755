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

/** The keys of all ids there are. */
export function idKeys(ids: Iterable<string | undefined>): ReadonlySet<string> {
  return new Set([...ids].map(idKey).filter(key => key !== undefined));
}

/** The serial numbers under which the device may be shown, as keys. */
export function serialKeysOf(device: DeviceIdentity): ReadonlySet<string> {
  return idKeys([device.serialNumber, device.hashSerialNumber]);
}

/** The product keys under which the device may be shown, as keys. */
export function productKeysOf(device: DeviceIdentity): ReadonlySet<string> {
  return idKeys([device.productKey, device.hashProductKeyId]);
}

/** Whether the service shows an id of a kind that the device has too, and it is another one. */
export function contradicts(device: DeviceIdentity, shown: ShownIdentity): boolean {
  return (
    differs(shown.deviceId, idKeys([device.deviceId])) ||
    differs(shown.serialNumber, serialKeysOf(device)) ||
    differs(shown.productKey, productKeysOf(device))
  );
}

function differs(shown: string | undefined, own: ReadonlySet<string>): boolean {
  const key = idKey(shown);
  return key !== undefined && own.size > 0 && !own.has(key);
}
