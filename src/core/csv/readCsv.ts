import { drain } from '../manifest/drain.ts';
import type { CsvHeader, CsvImport, CsvNote } from './csvImport.ts';
import { type DecodedText, decodeText } from './decodeText.ts';
import { findDelimiter } from './delimiter.ts';
import { findHeader } from './findHeader.ts';
import { type CsvRow, readRows } from './readRows.ts';
import { RowCollector } from './rowCollector.ts';

export interface CsvOptions {
  /** The code page of bytes that are not Unicode, by any of its labels in the WHATWG Encoding Standard; windows-1252. */
  readonly ansi?: string;
}

/**
 * Reads the devices out of what collectors, portals and spreadsheets write, and says everything that was dropped, changed or
 * guessed. Never throws; takes time in proportion to the file.
 *
 * Devices keep the order of the file. Exact repeats are kept: finding those is the rules' work.
 */
export function readCsv(bytes: Uint8Array, options: CsvOptions = {}): CsvImport {
  return drain(readCsvInSteps(bytes, options));
}

/** Rows between two breaks: a few milliseconds of work. */
const rowsPerStep = 200;

/** The same as `readCsv`, with a break every few milliseconds for hosts that must not be kept busy. */
export function* readCsvInSteps(bytes: Uint8Array, { ansi }: CsvOptions = {}): Generator<void, CsvImport> {
  if (isWorkbook(bytes)) {
    return workbook;
  }
  const decoded = yield* decodeText(bytes, ansi);
  const delimited = findDelimiter(decoded.text);
  const rows: CsvRow[] = [];
  for (const block of readRows(delimited)) {
    for (const row of block) {
      rows.push(row);
    }
    yield;
  }

  const { header, table, dropped, reason, firstRow } = findHeader(rows);
  const collector = new RowCollector(delimited.delimiter, table);
  for (const [index, row] of rows.entries()) {
    if (index < dropped) {
      collector.drop(row, reason);
    } else if (index >= firstRow) {
      collector.add(row);
    }
    if (index % rowsPerStep === 0) {
      yield;
    }
  }
  const { notes, ...collected } = collector.result();
  return {
    ...collected,
    notes: [...encodingNotes(decoded, ansi), ...headerNotes(header), ...notes],
    dialect: { encoding: decoded.encoding, delimiter: delimited.delimiter, header },
  };
}

const workbook: CsvImport = {
  devices: [],
  dialect: {
    encoding: { is: 'unicode', name: 'utf-8', byteOrderMark: false },
    delimiter: ',',
    header: { is: 'unknown' },
  },
  notes: [{ code: 'workbook' }],
  groupTags: new Map(),
  rows: 0,
};

/** Whether the bytes are a ZIP file (`.xlsx`) or an OLE compound file (`.xls`), by the signatures of those formats. */
function isWorkbook([first, second, third, fourth]: Uint8Array): boolean {
  return (
    (first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04) ||
    (first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0)
  );
}

function encodingNotes({ encoding, unknownAnsi, lost }: DecodedText, ansi: string | undefined): readonly CsvNote[] {
  const notes: CsvNote[] = [];
  if (unknownAnsi && ansi !== undefined) {
    notes.push({ code: 'encoding-unknown', encoding: ansi });
  }
  if (encoding.is === 'ansi') {
    notes.push({ code: 'encoding-guessed', encoding: encoding.name });
  }
  if (lost > 0) {
    notes.push({ code: 'characters-lost', count: lost });
  }
  return notes;
}

function headerNotes(header: CsvHeader): readonly CsvNote[] {
  return header.is === 'guessed' ? [{ code: 'columns-guessed', columns: header.columns }] : [];
}
