import { deviceTextFields } from './manifest.ts';

/** The objects of a manifest that have properties of their own. */
export type Place = 'batch' | 'device' | 'policy';

/** What the service writes into its resources (Partner Center, "Device deployment resources"): accepted everywhere, never sent. */
export const serviceNames = [
  'id',
  'createdBy',
  'uploadedBy',
  'uploadedDate',
  'allowedOperations',
  'attributes',
  'links',
] as const;

/** The property names of each object, in camelCase. `$schema` and `customerId` are the editor's, and are never sent. */
export const placeNames: Readonly<Record<Place, readonly string[]>> = {
  batch: ['$schema', 'customerId', 'batchId', 'devices', ...serviceNames],
  device: [...deviceTextFields, 'policies', ...serviceNames],
  policy: ['key', 'value'],
};

/** What other services call the batch id. Not known names: they get a problem of their own. */
export const groupTagNames: readonly string[] = ['groupTag', 'orderIdentifier', 'orderId'];

/** The name with a small first letter: names differ no further where they mean the same. */
export function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The camelCase name of a property written in camelCase or PascalCase; `undefined` if the object has none of that name. */
export function knownName(place: Place, written: string): string | undefined {
  const name = camelCase(written);
  return placeNames[place].includes(name) ? name : undefined;
}
