import { type DeviceTextField, deviceTextFields } from '../manifest/manifest.ts';
import { type AlignedRow, alignRow } from './alignRow.ts';
import { isHashLike, isKeyLike, readCell } from './cell.ts';
import type { CsvColumns, CsvDelimiter, CsvDevice, CsvNote, DroppedRow } from './csvImport.ts';
import type { CsvRow } from './readRows.ts';
import { readValue } from './readValue.ts';

/** What a row holds. */
export type RowReading =
  | { readonly is: 'blank' }
  | { readonly is: 'dropped'; readonly reason: DroppedRow; readonly notes: readonly CsvNote[] }
  | {
      readonly is: 'device';
      readonly device: CsvDevice;
      /** The value under each column, `''` where there is none. */
      readonly texts: readonly string[];
      readonly notes: readonly CsvNote[];
    };

/** Reads a row below the header. */
export function readRow(row: CsvRow, columns: CsvColumns, delimiter: CsvDelimiter): RowReading {
  const filled = row.cells.map(raw => readCell(raw).text).filter(text => text !== '');
  if (filled.length === 0) {
    return { is: 'blank' };
  }
  const quoteNotes: readonly CsvNote[] = row.quotesBalanced ? [] : [{ code: 'quotes-unbalanced', line: row.line }];
  if (isExplanation(filled)) {
    return { is: 'dropped', reason: 'explanation', notes: quoteNotes };
  }
  if (columns.length > 1 && isFragment(filled)) {
    return { is: 'dropped', reason: 'fragment', notes: quoteNotes };
  }
  const aligned = alignRow(row.cells, columns, delimiter);
  const { device, texts, notes } = readDevice(aligned.cells, columns, row.line);
  const allNotes = [...quoteNotes, ...alignmentNotes(aligned, row.line), ...notes];
  if (isLost(aligned, device)) {
    return { is: 'dropped', reason: 'shifted', notes: quoteNotes };
  }
  return identityOf(device).length === 0
    ? { is: 'dropped', reason: 'no-device', notes: allNotes }
    : { is: 'device', device, texts, notes: allNotes };
}

/** Whether the row is prose. A value can have several words too: beside others it takes a whole sentence. */
function isExplanation(filled: readonly string[]): boolean {
  const words = filled[0]?.slice(0, 200).match(/\p{L}{3,}/gu)?.length ?? 0;
  return words >= (filled.length === 1 ? 3 : 5) && !filled.some(isHashLike);
}

/** Whether the row is a piece of base64 that does not begin as hashes do. */
function isFragment(filled: readonly string[]): boolean {
  const [text = ''] = filled;
  return filled.length === 1 && /^[A-Za-z0-9+/]{40,}={0,2}$/.test(text) && !text.startsWith('T0');
}

/** Whether unquoted delimiters left nothing that identifies the device. */
function isLost(aligned: AlignedRow, device: CsvDevice): boolean {
  const isUncertain = aligned.is === 'uncertain' && aligned.fields.length > 0;
  return isUncertain && device.hardwareHash === undefined && device.productKey === undefined;
}

function alignmentNotes(aligned: AlignedRow, line: number): readonly CsvNote[] {
  switch (aligned.is) {
    case 'aligned':
      return [];
    case 'repaired':
      return [{ code: 'columns-repaired', line, fields: aligned.fields }];
    case 'uncertain':
      return [{ code: 'columns-shifted', line, fields: aligned.fields }];
  }
}

function readDevice(
  rawCells: readonly string[],
  columns: CsvColumns,
  line: number,
): { readonly device: CsvDevice; readonly texts: readonly string[]; readonly notes: readonly CsvNote[] } {
  const cells = rawCells.map(readCell);
  const values: Partial<Record<DeviceTextField | 'groupTag', string>> = {};
  const notes: CsvNote[] = [];
  for (const [index, cell] of cells.entries()) {
    const field = columns[index];
    if (field === undefined || field === 'assignedUser' || cell.text === '') {
      continue;
    }
    if (field === 'groupTag') {
      values.groupTag = cell.text;
      continue;
    }
    const reading = readValue(field, cell, { line, column: index + 1 });
    notes.push(...reading.notes);
    if (reading.value !== undefined) {
      values[field] = reading.value;
    }
  }
  const device: CsvDevice = { ...values, line };
  if (identityOf(device).length === 1 && isKeyLike(device.serialNumber ?? '')) {
    notes.push({ code: 'product-key-as-serial', line, column: columns.indexOf('serialNumber') + 1 });
  }
  return { device, texts: cells.map(({ text }) => text), notes };
}

function identityOf(device: CsvDevice): readonly DeviceTextField[] {
  return deviceTextFields.filter(field => device[field] !== undefined);
}
