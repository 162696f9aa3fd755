import { readCell, isHashLike, isKeyLike } from './cell.ts';
import { headerColumns } from './columns.ts';
import type { CsvDelimiter } from './csvImport.ts';

const delimiters: readonly CsvDelimiter[] = [',', ';', '\t'];

/** How much of the text is looked at. */
const sampleLength = 1 << 20;
const sampleLines = 50;

/** The line with which Excel is told the delimiter: `sep=;`. */
const declaration = /^"?sep=([,;\t])"?[,;\t]*\r?(?:\n|$)/i;

export interface DelimitedText {
  readonly delimiter: CsvDelimiter;
  /** Without the line that declares the delimiter. */
  readonly text: string;
  /** The line, from 1, on which the text begins. */
  readonly firstLine: number;
}

/** Finds the delimiter: the one declared, else the one that makes a header, devices, or at least columns of the first lines. */
export function findDelimiter(text: string): DelimitedText {
  const declared = declaration.exec(text);
  const named = delimiters.find(delimiter => delimiter === declared?.[1]);
  return declared !== null && named !== undefined
    ? { delimiter: named, text: text.slice(declared[0].length), firstLine: 2 }
    : { delimiter: guessDelimiter(text), text, firstLine: 1 };
}

function guessDelimiter(text: string): CsvDelimiter {
  const lines = text.slice(0, sampleLength).split(/\r\n?|\n/, sampleLines);
  const scored = delimiters.map(delimiter => ({ delimiter, score: score(lines, delimiter) }));
  const best = scored.reduce((first, second) => (compare(second.score, first.score) > 0 ? second : first));
  return best.delimiter;
}

/** How well the delimiter explains the lines, the strongest sign first: named columns, cells that only a device has, cells. */
type Score = readonly [names: number, devices: number, cells: number];

function score(lines: readonly string[], delimiter: CsvDelimiter): Score {
  let names = 0;
  let devices = 0;
  let cells = 0;
  for (const line of lines) {
    const texts = line.split(delimiter).map(raw => readCell(raw).text);
    names = Math.max(names, headerColumns(texts)?.filter(field => field !== undefined).length ?? 0);
    devices += texts.filter(text => isHashLike(text) || isKeyLike(text)).length;
    cells += texts.length;
  }
  return [names, devices, cells];
}

function compare(one: Score, other: Score): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}
