import { type Device, type DeviceTextField, deviceTextFields, textField } from '../manifest/manifest.ts';
import { openingOf } from '../manifest/span.ts';
import type { DeviceRule, ProblemBase } from './rule.ts';

export interface IdentityMissingProblem extends ProblemBase {
  readonly code: 'identity-missing';
  readonly deviceIndex: number;
  /** What of serial number, manufacturer and model is there: not all of it. */
  readonly present: readonly DeviceTextField[];
  /** What would complete these three. */
  readonly missing: readonly DeviceTextField[];
}

/** Together they identify a device; a hardware hash or a product key does so alone. */
const tuple: readonly DeviceTextField[] = ['serialNumber', 'oemManufacturerName', 'modelName'];

/** A device with none of the identities that the service accepts (Partner Center, "Upload a list of devices"). */
export const identityMissing: DeviceRule<IdentityMissingProblem> = function* (device) {
  if (hasIdentity(device) || hasMistypedIdentity(device)) return;
  const present = tuple.filter(name => textField(device, name) !== undefined);
  const missing = tuple.filter(name => !present.includes(name));
  const span = firstValue(device, present) ?? openingOf(device.span);
  yield { code: 'identity-missing', span, severity: 'error', deviceIndex: device.index, present, missing };
};

function hasIdentity(device: Device): boolean {
  const has = (name: DeviceTextField): boolean => textField(device, name) !== undefined;
  return has('hardwareHash') || has('productKey') || tuple.every(has);
}

function hasMistypedIdentity(device: Device): boolean {
  return deviceTextFields.some(name => device.fields[name]?.is === 'mistyped');
}

function firstValue(device: Device, names: readonly DeviceTextField[]) {
  return names
    .flatMap(name => textField(device, name)?.span ?? [])
    .toSorted((a, b) => a.start - b.start)
    .at(0);
}
