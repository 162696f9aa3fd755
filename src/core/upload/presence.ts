import { type DeviceIdentity, idKey, productKeysOf, serialKeysOf } from './deviceIdentity.ts';
import type { ListedDevice } from './listedDevice.ts';
import { isPlaceholder } from '../rules/placeholder.ts';
import { productKeyKind } from '../rules/productKey.ts';

/**
 * Whether a device stands in a batch's list. `untold`: it was not found, and could not be, because it has no id of its own that a
 * list shows, or the list has devices without any.
 */
export type Presence = 'listed' | 'not-listed' | 'untold';

/**
 * Compares devices with the list of a batch.
 *
 * A serial number or product key that the list shows counts as found, even where several devices have it: the answer is
 * for "how many are there already" and "has everything arrived", never for results per device. Placeholders and generic
 * product keys, which thousands of machines share, prove nothing.
 */
export function presenceOf(devices: readonly DeviceIdentity[], listed: readonly ListedDevice[]): readonly Presence[] {
  const listedSerials = new Set(listed.map(({ serialNumber }) => idKey(serialNumber)));
  const listedKeys = new Set(listed.map(({ productKey }) => idKey(productKey)));
  const someAnonymous = listed.some(isAnonymous);
  return devices.map(device => {
    const serials = serialKeysOf(device).filter(serial => !isPlaceholder(serial));
    const productKeys = productKeysOf(device).filter(key => productKeyKind(key) !== 'generic-pkid');
    if (overlap(serials, listedSerials) || overlap(productKeys, listedKeys)) {
      return 'listed';
    }
    return someAnonymous || serials.length + productKeys.length === 0 ? 'untold' : 'not-listed';
  });
}

function overlap(few: readonly string[], many: ReadonlySet<string | undefined>): boolean {
  return few.some(key => many.has(key));
}

function isAnonymous({ serialNumber, productKey }: ListedDevice): boolean {
  return idKey(serialNumber) === undefined && idKey(productKey) === undefined;
}
