import type { HashFacts } from '../hash/hardwareHash.ts';
import type { DeviceTextField } from '../manifest/manifest.ts';
import { isPlaceholder } from './placeholder.ts';

/** The fields of a device that its hash holds too. */
export const hashedFields = [
  'serialNumber',
  'productKey',
  'oemManufacturerName',
  'modelName',
] as const satisfies readonly DeviceTextField[];

export type HashedField = (typeof hashedFields)[number];

const facts = {
  serialNumber: 'serialNumber',
  productKey: 'productKeyId',
  oemManufacturerName: 'manufacturer',
  modelName: 'model',
} as const satisfies Readonly<Record<HashedField, keyof HashFacts>>;

/** What stands inside the hash for `field`; `undefined` if that is nothing or a placeholder. */
export function hashedValue(inHash: HashFacts, field: HashedField): string | undefined {
  const value = inHash[facts[field]];
  return value === undefined || isPlaceholder(value) ? undefined : value;
}
