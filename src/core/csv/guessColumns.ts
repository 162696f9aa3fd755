import { isHashLike } from './cell.ts';
import { maxColumns } from './columns.ts';
import type { CsvColumns, CsvField } from './csvImport.ts';

/** How the makers of most machines begin their name (SMBIOS type 1, offset 04h): enough to tell a column of makers. */
const maker =
  /^(?:acer|asus|dell|dynabook|fujitsu|getac|google|hewlett-packard|hp|huawei|lenovo|lg electronics|micro-star|microsoft|panasonic|qemu|samsung|sony|toshiba|vmware)\b/i;
const productKey = /^\d{13}$/;
const user = /^[^\s@]+@[^\s@]+$/;

/**
 * Guesses what the columns hold where no row names them; `undefined` if nothing in them looks like a device.
 *
 * Hashes, product keys, makers and users show by themselves. The others follow from the order that the collector scripts, Partner
 * Center, Intune and Managed Desktop keep: a model stands behind its maker, a group tag behind the hash, a product key in front
 * of it, and the serial number in the first column that is left.
 */
export function guessColumns(rows: readonly (readonly string[])[]): CsvColumns | undefined {
  const width = Math.min(maxColumns, Math.max(0, ...rows.map(row => row.length)));
  const columns = Array.from({ length: width }, (_, column) => rows.map(row => row[column] ?? ''));
  const hash = columns.findIndex(cells => isMostly(cells, isHashLike));
  const key = columns.findIndex(cells => isMostly(cells, cell => productKey.test(cell)));
  const assigned = columns.findIndex(cells => isMostly(cells, cell => user.test(cell)));
  const makers = columns.findIndex(cells => isMostly(cells, cell => maker.test(cell)));
  if (hash === -1 && key === -1 && makers === -1) {
    return undefined;
  }

  const isFilled = (column: number) => columns[column]?.some(cell => cell !== '') ?? false;
  const guess = new Map<number, CsvField>();
  const assign = (column: number, field: CsvField) => {
    if (column >= 0 && column < width && !guess.has(column)) {
      guess.set(column, field);
    }
  };
  assign(hash, 'hardwareHash');
  assign(key, 'productKey');
  assign(assigned, 'assignedUser');
  // Two columns behind the hash without a user in them are Partner Center's.
  const hasUnknownMakers = makers === -1 && assigned === -1 && hash >= 0 && isFilled(hash + 2);
  const firstOfTuple = hasUnknownMakers ? hash + 1 : makers;
  if (firstOfTuple >= 0) {
    assign(firstOfTuple, 'oemManufacturerName');
    assign(firstOfTuple + 1, 'modelName');
  }
  if (hash >= 0 && isFilled(hash + 1)) {
    assign(hash + 1, 'groupTag');
  }
  assign(
    columns.findIndex((_, column) => !guess.has(column) && isFilled(column)),
    'serialNumber',
  );
  assign(hash - 1, 'productKey');
  return columns.map((_, column) => guess.get(column));
}

/** Whether at least half of the cells that hold anything fit. */
function isMostly(cells: readonly string[], fits: (cell: string) => boolean): boolean {
  const filled = cells.filter(cell => cell !== '');
  return filled.length > 0 && filled.filter(fits).length * 2 >= filled.length;
}
