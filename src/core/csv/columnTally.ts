import { fieldOfName } from './columns.ts';
import type { CsvColumns, CsvField, CsvNote } from './csvImport.ts';

/** Columns as a header names them, or as they were guessed. */
export interface NamedColumns {
  readonly columns: CsvColumns;
  /** The columns' names, `''` where they have none. */
  readonly names: readonly string[];
  /** The header's line, or that of the first row where the columns were guessed. */
  readonly line: number;
}

/** Counts how many devices have a value in each column of one header. */
export class ColumnTally {
  readonly columns: CsvColumns;
  readonly #names: readonly string[];
  readonly #line: number;
  readonly #rows: number[];

  constructor({ columns, names, line }: NamedColumns) {
    this.columns = columns;
    this.#names = names;
    this.#line = line;
    this.#rows = columns.map(() => 0);
  }

  /** Counts one device by its values, one for each column, `''` where there is none. */
  count(texts: readonly string[]): void {
    for (const [column, text] of texts.entries()) {
      this.#rows[column] = (this.#rows[column] ?? 0) + (text === '' ? 0 : 1);
    }
  }

  /** How many devices have a value of this field. */
  rowsWith(field: CsvField): number {
    return this.#rows[this.columns.indexOf(field)] ?? 0;
  }

  /** The columns of which nothing was imported. */
  notes(): readonly CsvNote[] {
    return this.columns.flatMap((field, index) => {
      const name = this.#names[index] ?? '';
      const rows = this.#rows[index] ?? 0;
      if (field !== undefined || (name === '' && rows === 0)) {
        return [];
      }
      const at = { line: this.#line, column: index + 1, rows };
      const named = fieldOfName(name);
      return named === undefined
        ? { code: 'column-unknown', name: shown(name), ...at }
        : { code: 'column-repeated', field: named, ...at };
    });
  }
}

/** Keys, hashes and users that stand among the names by mistake are not told. */
const value = /\d{12}|[A-Za-z0-9+/]{40}|@/;

function shown(name: string): string {
  return value.test(name) ? '' : name;
}
