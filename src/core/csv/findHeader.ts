import { isHashLike, readCell } from './cell.ts';
import type { NamedColumns } from './columnTally.ts';
import { headerColumns, layoutOf } from './columns.ts';
import type { CsvHeader, DroppedRow } from './csvImport.ts';
import { guessColumns } from './guessColumns.ts';
import type { CsvRow } from './readRows.ts';

/** Where the devices of a file begin, and by which columns they are read. */
export interface FoundHeader {
  readonly header: CsvHeader;
  readonly table: NamedColumns;
  /** How many rows at the beginning become no device, and why. */
  readonly dropped: number;
  readonly reason: DroppedRow;
  /** The index of the first row of a device. */
  readonly firstRow: number;
}

/** Reports put some lines of text above their header, never this many. */
const headingLimit = 50;
/** How many rows are enough for a guess. */
const sampleRows = 200;

/** Finds the row that names the columns; without one, guesses what they hold. */
export function findHeader(rows: readonly CsvRow[]): FoundHeader {
  return namedHeader(rows) ?? guessedHeader(rows) ?? unknownHeader(rows);
}

function namedHeader(rows: readonly CsvRow[]): FoundHeader | undefined {
  for (const [index, { cells, line }] of rows.slice(0, headingLimit).entries()) {
    const names = cells.map(raw => readCell(raw).text);
    const columns = headerColumns(names);
    if (columns !== undefined) {
      const header: CsvHeader = { is: 'named', line, layout: layoutOf(columns), columns };
      return { header, table: { columns, names, line }, dropped: index, reason: 'heading', firstRow: index + 1 };
    }
    if (names.some(isHashLike)) {
      return undefined;
    }
  }
  return undefined;
}

function guessedHeader(rows: readonly CsvRow[]): FoundHeader | undefined {
  const columns = guessColumns(rows.slice(0, sampleRows).map(({ cells }) => cells.map(raw => readCell(raw).text)));
  return (
    columns && {
      header: { is: 'guessed', columns },
      table: { columns, names: [], line: rows[0]?.line ?? 1 },
      dropped: 0,
      reason: 'heading',
      firstRow: 0,
    }
  );
}

function unknownHeader(rows: readonly CsvRow[]): FoundHeader {
  return {
    header: { is: 'unknown' },
    table: { columns: [], names: [], line: 1 },
    dropped: rows.length,
    reason: 'no-device',
    firstRow: rows.length,
  };
}
