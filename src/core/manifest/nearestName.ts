import { type Place, placeNames } from './names.ts';

/** What collectors, portals and Graph call the same things, in small letters and digits only. */
const otherNames: Readonly<Record<Place, Readonly<Record<string, string>>>> = {
  batch: {
    customer: 'customerId',
    tenantid: 'customerId',
    customertenantid: 'customerId',
    batchname: 'batchId',
    batch: 'batchId',
  },
  device: {
    serial: 'serialNumber',
    deviceserialnumber: 'serialNumber',
    windowsproductid: 'productKey',
    productid: 'productKey',
    productkeyid: 'productKey',
    pkid: 'productKey',
    hash: 'hardwareHash',
    hardwareid: 'hardwareHash',
    hardwareidentifier: 'hardwareHash',
    devicehardwaredata: 'hardwareHash',
    manufacturer: 'oemManufacturerName',
    manufacturername: 'oemManufacturerName',
    oemmanufacturer: 'oemManufacturerName',
    model: 'modelName',
    devicemodel: 'modelName',
    policy: 'policies',
  },
  policy: { category: 'key', policycategory: 'key', policyid: 'value', id: 'value' },
};

const meanings: Readonly<Record<Place, ReadonlyMap<string, string>>> = {
  batch: meaningsOf('batch'),
  device: meaningsOf('device'),
  policy: meaningsOf('policy'),
};

/** What is certainly meant by a name in small letters and digits. */
function meaningsOf(place: Place): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(otherNames[place]),
    ...placeNames[place].map(name => [bareName(name), name] as const),
  ]);
}

/**
 * The known name that an unknown one most probably means: the same in another spelling, what others call it, or a slip
 * of few letters. `undefined` where no name is near enough.
 */
export function nearestName(place: Place, written: string): string | undefined {
  return meanings[place].get(bareName(written)) ?? nearestBySpelling(placeNames[place], written);
}

/** Small letters and digits only. */
function bareName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function nearestBySpelling(names: readonly string[], written: string): string | undefined {
  return names
    .filter(name => Math.abs(name.length - written.length) <= mostSlips(name))
    .map(name => ({ name, slips: slipsBetween(name.toLowerCase(), written.toLowerCase()) }))
    .filter(({ name, slips }) => slips <= mostSlips(name))
    .toSorted((a, b) => a.slips - b.slips)
    .at(0)?.name;
}

/** How many slips still leave a name the same word: one in four letters. */
function mostSlips(name: string): number {
  return Math.floor(name.length / 4);
}

/** Letters to add, drop, change or swap with their neighbour to get from `from` to `to` (optimal string alignment). */
function slipsBetween(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const changed = from[row - 1] === to[column - 1] ? 0 : 1;
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + changed,
          swapped ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
