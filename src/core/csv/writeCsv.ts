import { withoutBlanks } from '../blanks.ts';
import { type Device, type DeviceTextField, textField } from '../manifest/manifest.ts';
import { isFormula, safeCell } from './safeCell.ts';

/** What the portal will not read as the manifest says it; `index` is the device's position among those written, from 0. */
export type CsvWriteNote =
  /** The value stands in quotes because of a comma, quotation mark or line break; the portal takes no commas in values. */
  | { readonly code: 'value-quoted'; readonly index: number; readonly field: DeviceTextField }
  /** An apostrophe stands before the value, because a spreadsheet would run it. */
  | { readonly code: 'value-made-safe'; readonly index: number; readonly field: DeviceTextField }
  /** The file has no column for policies, which this many devices have. */
  | { readonly code: 'policies-left-out'; readonly devices: number }
  /** More devices than the portal takes in one file. */
  | { readonly code: 'portal-limit'; readonly devices: number; readonly limit: number };

export interface WrittenCsv {
  readonly text: string;
  readonly notes: readonly CsvWriteNote[];
}

/** The header of Partner Center's template, to the letter. */
const columns: readonly (readonly [string, DeviceTextField])[] = [
  ['Device Serial Number', 'serialNumber'],
  ['Windows Product ID', 'productKey'],
  ['Hardware Hash', 'hardwareHash'],
  ['Manufacturer name', 'oemManufacturerName'],
  ['Device model', 'modelName'],
];

/** Devices in one file (Windows Autopilot FAQ, "CSV file"). */
const portalLimit = 1000;

const lineBreak = '\r\n';
const byteOrderMark = '\uFEFF';
const beyondAscii = /[\u0080-\uFFFF]/;

/**
 * Writes devices as Partner Center's portal takes them: its five columns, lines ended as on Windows.
 *
 * A byte-order mark, which the portal's own template has, stands in front only if there is anything but ASCII: without one,
 * Excel would read UTF-8 as the machine's code page; where all is ASCII it makes no difference, and fewer readers stumble.
 */
export function writeCsv(devices: readonly Device[]): WrittenCsv {
  const rows = devices.map(device => columns.map(([, field]) => valueOf(device, field)));
  const header = columns.map(([name]) => name);
  const text = [header, ...rows].map(cells => cells.map(safeCell).join(',') + lineBreak).join('');
  return {
    text: beyondAscii.test(text) ? byteOrderMark + text : text,
    notes: [...fileNotes(devices), ...rows.flatMap(rowNotes)],
  };
}

function valueOf(device: Device, field: DeviceTextField): string {
  const text = textField(device, field)?.text ?? '';
  return field === 'hardwareHash' ? withoutBlanks(text) : text;
}

function fileNotes(devices: readonly Device[]): readonly CsvWriteNote[] {
  const notes: CsvWriteNote[] = [];
  if (devices.length > portalLimit) {
    notes.push({ code: 'portal-limit', devices: devices.length, limit: portalLimit });
  }
  const withPolicies = devices.filter(({ policyEntries }) => policyEntries.length > 0).length;
  if (withPolicies > 0) {
    notes.push({ code: 'policies-left-out', devices: withPolicies });
  }
  return notes;
}

function rowNotes(values: readonly string[], index: number): readonly CsvWriteNote[] {
  return columns.flatMap(([, field], column): readonly CsvWriteNote[] => {
    const value = values[column] ?? '';
    if (isFormula(value)) {
      return [{ code: 'value-made-safe', index, field }];
    }
    return safeCell(value) === value ? [] : [{ code: 'value-quoted', index, field }];
  });
}
