import Papa from 'papaparse';

import type { CsvDelimiter } from './csvImport.ts';
import type { DelimitedText } from './delimiter.ts';

/** One record of the file, as the grammar has it. */
export interface CsvRow {
  /** Raw cells, without the quotation marks around them. */
  readonly cells: readonly string[];
  /** The line, from 1, on which the record begins. */
  readonly line: number;
  /** Whether its quotation marks match. Where they do not, each line is a record and quotation marks are left out. */
  readonly quotesBalanced: boolean;
}

/** How many UTF-16 units are parsed at a time. */
const blockLength = 1 << 18;

/** Splits the text into records, some at a time, so that a caller can pause between them. Takes linear time. */
export function* readRows({ text, delimiter, firstLine }: DelimitedText): Generator<readonly CsvRow[], void> {
  const newline = text.includes('\n') ? '\n' : '\r';
  let line = firstLine;
  let length = blockLength;
  for (let start = 0; start < text.length;) {
    const isLast = start + length >= text.length;
    const parsed = parse(text.slice(start, start + length), delimiter, newline);
    // The block's end may have cut its last record.
    const records = isLast ? parsed : parsed.slice(0, -1);
    yield records.flatMap(record => {
      const first = line;
      line += record.source.split(newline).length - 1;
      return rowsOf(record, { delimiter, newline, line: first });
    });
    start = isLast ? text.length : start + (records.at(-1)?.end ?? 0);
    length = records.length > 0 ? blockLength : length * 2;
  }
}

type Newline = '\n' | '\r';

interface RawRecord {
  readonly cells: readonly string[];
  readonly source: string;
  /** Where the record ends in its block, its line break included. */
  readonly end: number;
  readonly quotesBalanced: boolean;
}

function parse(block: string, delimiter: CsvDelimiter, newline: Newline): readonly RawRecord[] {
  const records: RawRecord[] = [];
  let start = 0;
  Papa.parse(block, {
    delimiter,
    newline,
    step: ({ data, errors, meta }) => {
      const source = block.slice(start, meta.cursor);
      records.push({ cells: data, source, end: meta.cursor, quotesBalanced: errors.length === 0 });
      start = meta.cursor;
    },
  });
  return records;
}

interface Place {
  readonly delimiter: CsvDelimiter;
  readonly newline: Newline;
  /** The record's first line. */
  readonly line: number;
}

/** A quotation mark that is never closed, or closed in a later row, swallows rows: their lines are read again, one by one. */
function rowsOf(record: RawRecord, { delimiter, newline, line }: Place): readonly CsvRow[] {
  if (record.quotesBalanced) {
    return [{ cells: record.cells, line, quotesBalanced: true }];
  }
  const source = (record.source.endsWith(newline) ? record.source.slice(0, -1) : record.source).replaceAll('"', '');
  return source
    .split(newline)
    .map((text, index) => ({ cells: text.split(delimiter), line: line + index, quotesBalanced: false }));
}
