import { withoutBlanks } from '../blanks.ts';
import type { DeviceTextField } from '../manifest/manifest.ts';
import type { Cell } from './cell.ts';
import type { CsvNote } from './csvImport.ts';

export interface CsvValue {
  /** `undefined` where there is none, or none that can be used. */
  readonly value: string | undefined;
  readonly notes: readonly CsvNote[];
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** A number as spreadsheets show it where it has too many digits: `1.23457E+12`. */
const scientific = /^\d(?:[.,]\d+)?E\+\d{2,}$/i;

const tooFewDigits = /^\d{1,12}$/;

/** Lengths at which spreadsheets and databases cut a cell: 32,767 is Excel's limit, the others are common column widths. */
const cellLimits: ReadonlySet<number> = new Set([255, 256, 1024, 2048, 32767]);

/** Reads one value of a device and says what a spreadsheet did to it. */
export function readValue(field: DeviceTextField, cell: Cell, at: Place): CsvValue {
  if (cell.text === '') {
    return { value: undefined, notes: [] };
  }
  const { value, notes } = field === 'hardwareHash' ? readHash(cell.text, at) : readText(field, cell.text, at);
  return { value, notes: cell.unwrapped ? [{ code: 'formula-unwrapped', field, ...at }, ...notes] : notes };
}

function readHash(text: string, at: Place): CsvValue {
  const value = withoutBlanks(text);
  const notes: CsvNote[] = [];
  if (value !== text) {
    notes.push({ code: 'hash-joined', ...at });
  }
  if (cellLimits.has(value.length)) {
    notes.push({ code: 'cell-cut', limit: value.length, ...at });
  }
  return { value, notes };
}

function readText(field: DeviceTextField, text: string, at: Place): CsvValue {
  const isNumber = field === 'serialNumber' || field === 'productKey';
  if (isNumber && scientific.test(text)) {
    return { value: undefined, notes: [{ code: 'scientific', field, ...at }] };
  }
  return field === 'productKey' && tooFewDigits.test(text)
    ? { value: text, notes: [{ code: 'zeros-lost', digits: text.length, ...at }] }
    : { value: text, notes: [] };
}
