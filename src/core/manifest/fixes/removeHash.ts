import { type Device, textField } from '../manifest.ts';
import { deviceAt } from '../propertyAt.ts';
import type { FixBase, FixMaker } from './fixMaker.ts';
import { removalOf } from './removalOf.ts';

export interface RemoveHashFix extends FixBase {
  readonly kind: 'remove-hash';
}

/** Keeps the typed serial number or product key and removes the hash that speaks of another, if the device needs no hash. */
export const removeHash: FixMaker<RemoveHashFix> = function* (problem, { manifest }) {
  if (problem.code !== 'hash-mismatch' || (problem.field !== 'serialNumber' && problem.field !== 'productKey')) return;
  const device = deviceAt(manifest, problem.span.start);
  if (device === undefined || !hasIdentityWithoutHash(device)) return;
  const [hash, repeat] = device.properties.filter(({ known }) => known === 'hardwareHash');
  if (hash === undefined || repeat !== undefined) return;
  const owner = { place: 'device', span: device.span, properties: device.properties } as const;
  yield { kind: 'remove-hash', edits: removalOf(manifest.text, owner, hash) };
};

function hasIdentityWithoutHash(device: Device): boolean {
  const has = (...names: readonly Parameters<typeof textField>[1][]) =>
    names.every(name => textField(device, name) !== undefined);
  return has('productKey') || has('serialNumber', 'oemManufacturerName', 'modelName');
}
