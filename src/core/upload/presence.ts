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
  const listedSerials = new Set<string>();
  const listedKeys = new Set<string>();
  let someAnonymous = false;
  for (const { serialNumber, productKey } of listed) {
    const [serial, key] = [idKey(serialNumber), idKey(productKey)];
    if (serial !== undefined) listedSerials.add(serial);
    if (key !== undefined) listedKeys.add(key);
    someAnonymous ||= serial === undefined && key === undefined;
  }
  return devices.map(device => {
    const serials = serialKeysOf(device).filter(serial => !isPlaceholder(serial));
    const productKeys = productKeysOf(device).filter(key => productKeyKind(key) !== 'generic-pkid');
    if (overlap(serials, listedSerials) || overlap(productKeys, listedKeys)) {
      return 'listed';
    }
    return someAnonymous || serials.length + productKeys.length === 0 ? 'untold' : 'not-listed';
  });
}

function overlap(few: readonly string[], many: ReadonlySet<string>): boolean {
  return few.some(key => many.has(key));
}
