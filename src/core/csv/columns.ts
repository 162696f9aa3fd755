import { isHashLike, isKeyLike } from './cell.ts';
import type { CsvColumns, CsvField, CsvLayout } from './csvImport.ts';

/** Device lists have a dozen columns. A row with more than these is no header, and not repaired: the work stays in proportion. */
export const maxColumns = 256;

/**
 * What columns are called, in small letters and with letters and digits only.
 *
 * The names in the templates of Partner Center, Intune and Managed Desktop, what the collector scripts write, the properties of
 * Partner Center's and Microsoft Graph's devices, and what inventory reports make of them.
 */
const columnNames: readonly (readonly [CsvField, readonly string[]])[] = [
  [
    'serialNumber',
    ['deviceserialnumber', 'serialnumber', 'serial', 'serialno', 'biosserialnumber', 'systemserialnumber'],
  ],
  [
    'productKey',
    ['windowsproductid', 'productid', 'productkey', 'productkeyid', 'windowsproductkey', 'windowspkid', 'pkid'],
  ],
  [
    'hardwareHash',
    [
      'hardwarehash',
      'devicehash',
      'hash',
      '4khash',
      '4khh',
      '4khardwarehash',
      'devicehardwaredata',
      'hardwareidentifier',
    ],
  ],
  [
    'oemManufacturerName',
    ['manufacturername', 'manufacturer', 'devicemanufacturer', 'oemmanufacturername', 'oemmanufacturer', 'make'],
  ],
  ['modelName', ['devicemodel', 'devicemodelname', 'modelname', 'model', 'systemmodel']],
  ['groupTag', ['grouptag', 'orderidentifier', 'orderid', 'ordertag']],
  ['assignedUser', ['assigneduser', 'assigneduserprincipalname', 'userprincipalname', 'upn']],
];

const fieldsByName: ReadonlyMap<string, CsvField> = new Map(
  columnNames.flatMap(([field, names]) => names.map((name): [string, CsvField] => [name, field])),
);

/** Fields of which each can identify a device. A row that names none of them is no header. */
const identities: ReadonlySet<CsvField> = new Set<CsvField>(['serialNumber', 'productKey', 'hardwareHash']);

const longestName = 64;

/** The field that a column of this name holds, whatever its case, spacing and punctuation; `undefined` for other names. */
export function fieldOfName(name: string): CsvField | undefined {
  return name.length > longestName ? undefined : fieldsByName.get(name.toLowerCase().replaceAll(/[^a-z\d]+/g, ''));
}

/** What the columns hold if the row is a header, each field in its first column only; `undefined` if it is none. */
export function headerColumns(cells: readonly string[]): CsvColumns | undefined {
  if (cells.length > maxColumns || cells.some(cell => isHashLike(cell) || isKeyLike(cell))) {
    return undefined;
  }
  const fields = cells.map(fieldOfName);
  const known = new Set(fields.filter(field => field !== undefined));
  const named = cells.filter(cell => cell !== '').length;
  const isHeader = (known.size > 1 || named === 1) && [...known].some(field => identities.has(field));
  return isHeader ? fields.map((field, column) => (fields.indexOf(field) === column ? field : undefined)) : undefined;
}

const collector: readonly CsvField[] = ['serialNumber', 'productKey', 'hardwareHash'];

const layouts: readonly (readonly [CsvLayout, readonly CsvField[]])[] = [
  ['partner-center', [...collector, 'oemManufacturerName', 'modelName']],
  ['intune', [...collector, 'groupTag', 'assignedUser']],
  ['intune', [...collector, 'groupTag']],
  ['intune', [...collector, 'assignedUser']],
  ['collector', collector],
  ['managed-desktop', ['oemManufacturerName', 'modelName', 'serialNumber', 'hardwareHash']],
];

/** Whose columns these are, in any order. */
export function layoutOf(columns: CsvColumns): CsvLayout {
  const fields = columns.filter(field => field !== undefined);
  const known = layouts.find(
    ([, names]) => names.length === fields.length && names.every(name => fields.includes(name)),
  );
  return known?.[0] ?? 'other';
}
