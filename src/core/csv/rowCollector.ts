import { readCell } from './cell.ts';
import { ColumnTally, type NamedColumns } from './columnTally.ts';
import { headerColumns } from './columns.ts';
import type { CsvDelimiter, CsvDevice, CsvField, CsvImport, CsvNote, DroppedRow } from './csvImport.ts';
import { readRow } from './readRow.ts';
import type { CsvRow } from './readRows.ts';

/** Collects the devices of one file, row by row, and everything that has to be said about them. */
export class RowCollector {
  readonly #delimiter: CsvDelimiter;
  readonly #devices: CsvDevice[] = [];
  readonly #rowNotes: CsvNote[] = [];
  readonly #groupTags = new Map<string, number>();
  readonly #tables: ColumnTally[] = [];
  #table: ColumnTally;
  #drops: Drops | undefined;
  #rows = 0;

  /** Rows are read by `columns` until a further header changes them. */
  constructor(delimiter: CsvDelimiter, columns: NamedColumns) {
    this.#delimiter = delimiter;
    this.#table = this.#use(columns);
  }

  /** Takes the row as one that becomes no device. Blank rows count for nothing. */
  drop({ cells, line }: CsvRow, reason: DroppedRow): void {
    if (cells.some(raw => readCell(raw).text !== '')) {
      this.#countDropped(line, reason);
    }
  }

  /** Reads a row below the first header. */
  add(row: CsvRow): void {
    const names = row.cells.map(raw => readCell(raw).text);
    const columns = headerColumns(names);
    if (columns !== undefined) {
      this.#table = this.#use({ columns, names, line: row.line });
      this.#rowNotes.push({ code: 'header-repeated', line: row.line });
      return;
    }
    const reading = readRow(row, this.#table.columns, this.#delimiter);
    if (reading.is === 'blank') {
      return;
    }
    this.#rowNotes.push(...reading.notes);
    if (reading.is === 'dropped') {
      this.#countDropped(row.line, reading.reason);
    } else {
      this.#countDevice(reading.device);
      this.#table.count(reading.texts);
    }
  }

  /** What was collected. Notes about the whole file come before those about its rows. */
  result(): Pick<CsvImport, 'devices' | 'notes' | 'groupTags' | 'rows'> {
    const tagged = this.#rowsWith('groupTag');
    const assigned = this.#rowsWith('assignedUser');
    const notes: readonly CsvNote[] = [
      ...(tagged > 0 ? [{ code: 'group-tag', rows: tagged } as const] : []),
      ...(assigned > 0 ? [{ code: 'assigned-user', rows: assigned } as const] : []),
      ...this.#tables.flatMap(table => table.notes()),
    ];
    return {
      devices: this.#devices,
      notes: notes.concat(this.#rowNotes),
      groupTags: this.#groupTags,
      rows: this.#rows,
    };
  }

  #use(columns: NamedColumns): ColumnTally {
    const table = new ColumnTally(columns);
    this.#tables.push(table);
    return table;
  }

  #rowsWith(field: CsvField): number {
    return this.#tables.reduce((sum, table) => sum + table.rowsWith(field), 0);
  }

  #countDevice(device: CsvDevice): void {
    this.#rows += 1;
    this.#drops = undefined;
    this.#devices.push(device);
    if (device.groupTag !== undefined) {
      this.#groupTags.set(device.groupTag, (this.#groupTags.get(device.groupTag) ?? 0) + 1);
    }
  }

  #countDropped(line: number, reason: DroppedRow): void {
    this.#rows += 1;
    if (this.#drops?.reason === reason) {
      this.#drops.lastLine = line;
      this.#drops.rows += 1;
    } else {
      this.#drops = { code: 'row-dropped', line, lastLine: line, rows: 1, reason };
      this.#rowNotes.push(this.#drops);
    }
  }
}

/** The note about rows that were dropped one after the other; it grows with them. */
interface Drops {
  readonly code: 'row-dropped';
  readonly line: number;
  lastLine: number;
  rows: number;
  readonly reason: DroppedRow;
}
