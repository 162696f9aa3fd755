import { textField } from '../manifest.ts';
import type { Device, DeviceTextField } from '../manifest.ts';
import { propertyAt } from '../propertyAt.ts';
import type { FixBase, FixMaker } from './fixMaker.ts';
import { removalOf } from './removalOf.ts';

export interface RemoveSecretKeyFix extends FixBase {
  readonly kind: 'remove-secret-key';
}

/** Removes a 5×5 product key, which is a secret, from a device that has an identity beside it. */
export const removeSecretKey: FixMaker<RemoveSecretKeyFix> = function* (problem, { manifest }) {
  if (problem.code !== 'product-key-form' || problem.kind !== 'five-by-five') return;
  const located = propertyAt(manifest, problem.span.start);
  if (located?.device === undefined || !hasOtherIdentity(located.device)) return;
  yield { kind: 'remove-secret-key', edits: removalOf(manifest.text, located.owner, located.property) };
};

function hasOtherIdentity(device: Device): boolean {
  const has = (name: DeviceTextField) => textField(device, name) !== undefined;
  return has('hardwareHash') || (has('serialNumber') && has('oemManufacturerName') && has('modelName'));
}
