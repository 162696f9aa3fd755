import type { SubmittedDevice } from './submittedDevice.ts';

/** Why the service did not register a device, as it says so in a job's status. */
export interface DeviceError {
  readonly errorCode: string;
  readonly errorDescription: string;
}

/**
 * The names the device directory gives its codes.
 *
 * Sources: Partner Center's "Get the status of a device batch upload" (808); Microsoft's "Device registration" draft for
 * managed desktop and the support article on importing Autopilot devices (the others).
 */
const names = new Map([
  ['640', 'StorageError'],
  ['801', 'InvalidZtdRequestBody'],
  ['802', 'InvalidZtdHardwareHash'],
  ['803', 'MissingZtdSerialNumberAndProductKey'],
  ['806', 'ZtdDeviceAlreadyAssigned'],
  ['807', 'ZtdDeviceIsNotRegistered'],
  ['808', 'ZtdDeviceAssignedToOtherTenant'],
  ['809', 'ZtdProfileIsNotRegistered'],
  ['810', 'ZtdProfileAssignedToOtherTenant'],
  ['812', 'ZtdDeviceNotFound'],
  ['813', 'ZtdDeviceIsNotUnique'],
  ['814', 'ZtdDeviceAlreadyAadRegistered'],
]);

/** What the emulator knows of a device besides what was sent. */
export interface DeviceFacts {
  readonly hashFailsCheck: boolean;
  /** The customer that already has the device, if one has it. */
  readonly registeredTo: 'this customer' | 'another customer' | undefined;
}

/** The answer about a device that has none of the accepted identities. */
export const identityMissing: DeviceError = deviceError('803');

/**
 * Decides whether a device with an identity is refused; `undefined` means that it is registered. The first row that
 * applies counts:
 *
 * | code | when |
 * | --- | --- |
 * | any in `names` | its serial number, or without one its product key, ends in `-` and the code, such as `LAB-812` |
 * | 802 | its hardware hash is a 4K hash that was cut, damaged or changed |
 * | 808 | another customer has it |
 * | 806 | this customer has it already, from an earlier upload or from earlier in the same one |
 */
export function deviceErrorOf(device: SubmittedDevice, facts: DeviceFacts): DeviceError | undefined {
  const trigger = /-(\d{3})$/.exec(device.serialNumber ?? device.productKey ?? '')?.[1];
  if (trigger !== undefined && names.has(trigger)) {
    return deviceError(trigger);
  }
  if (facts.hashFailsCheck) {
    return deviceError('802');
  }
  switch (facts.registeredTo) {
    case 'another customer':
      return deviceError('808');
    case 'this customer':
      return deviceError('806');
    case undefined:
      return undefined;
  }
}

/**
 * What makes two devices the same one: the hardware hash, else the product key, else serial number, maker and model
 * together. `undefined` if the device has none of these.
 */
export function identityOf(device: SubmittedDevice): string | undefined {
  const { hardwareHash, productKey, serialNumber, oemManufacturerName, modelName } = device;
  if (hardwareHash !== undefined) {
    return `hash ${hardwareHash}`;
  }
  if (productKey !== undefined) {
    return `key ${productKey}`;
  }
  return serialNumber !== undefined && oemManufacturerName !== undefined && modelName !== undefined
    ? JSON.stringify([serialNumber, oemManufacturerName, modelName])
    : undefined;
}

function deviceError(errorCode: string): DeviceError {
  return { errorCode, errorDescription: names.get(errorCode) ?? '' };
}
