import { isHashLike, readCell } from './cell.ts';
import { maxColumns } from './columns.ts';
import type { CsvColumns, CsvDelimiter, CsvField } from './csvImport.ts';

/** A row put under its columns: one raw cell for each, `''` where it has none. */
export type AlignedRow =
  | { readonly is: 'aligned'; readonly cells: readonly string[] }
  /** The values of `fields` were put together again; no other way was possible. */
  | { readonly is: 'repaired'; readonly cells: readonly string[]; readonly fields: readonly CsvField[] }
  /** What belongs to `fields` is not certain: they are left empty. Without fields, only cells behind the last column were left out. */
  | { readonly is: 'uncertain'; readonly cells: readonly string[]; readonly fields: readonly CsvField[] };

/**
 * Undoes what a delimiter inside an unquoted value does. The collector scripts take all quotation marks out of their files, so
 * that `VMware, Inc.` becomes two cells and every later value stands a column too far to the right.
 *
 * The hardware hash shows where the columns went. Values are put together only where nothing else is possible.
 */
export function alignRow(cells: readonly string[], columns: CsvColumns, delimiter: CsvDelimiter): AlignedRow {
  const { placed, isComplete } = placeRow(withoutBlankEnd(cells.map(pieceOf)), columns, delimiter);
  const aligned = columns.map((_, column) => placed[column]?.raw ?? '');
  const fieldsWhere = (isSuch: (piece: Piece | undefined) => boolean) =>
    columns.flatMap((field, column) => (field !== undefined && isSuch(placed[column]) ? field : []));
  const uncertain = fieldsWhere(piece => piece === undefined);
  if (uncertain.length > 0 || !isComplete) {
    return { is: 'uncertain', cells: aligned, fields: uncertain };
  }
  const repaired = fieldsWhere(piece => piece !== undefined && piece.count > 1);
  return repaired.length > 0 ? { is: 'repaired', cells: aligned, fields: repaired } : { is: 'aligned', cells: aligned };
}

interface Placement {
  /** One piece for each column; `undefined` where it is not certain. */
  readonly placed: readonly (Piece | undefined)[];
  /** Whether every piece has a column. */
  readonly isComplete: boolean;
}

function placeRow(cells: readonly Piece[], columns: CsvColumns, delimiter: CsvDelimiter): Placement {
  if (cells.length > maxColumns) {
    return unknown(columns);
  }
  const pieces = joinNames(cells, columns, delimiter);
  return fits(pieces, columns) ? padded(pieces, columns) : place(pieces, columns, delimiter);
}

/** One cell, or several put together. */
interface Piece {
  readonly raw: string;
  readonly text: string;
  /** How many cells it is made of. */
  readonly count: number;
}

const nothing: Piece = { raw: '', text: '', count: 1 };

function pieceOf(raw: string): Piece {
  return { raw, text: readCell(raw).text, count: 1 };
}

function join(pieces: readonly Piece[], delimiter: CsvDelimiter): Piece {
  return {
    ...pieceOf(pieces.map(({ raw }) => raw).join(delimiter)),
    count: pieces.reduce((sum, { count }) => sum + count, 0),
  };
}

function withoutBlankEnd(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.slice(0, pieces.findLastIndex(({ text }) => text !== '') + 1);
}

/** The rest of a company's name behind its comma. */
const companyEnd = /^(?:inc|llc|ltd|limited|corp|corporation|co|gmbh|s\.a|s\.p\.a)\.?$/i;
/** Machine names with a comma inside: `VMware20,1`, `MacBookPro16,1`. */
const nameBeforeRevision = /^(?:VMware|Mac|iMac)[A-Za-z]*\d+$/;
const revision = /^\d+$/;

/** Puts together what can only be one name: the manufacturer's always, others where there are too many cells. */
function joinNames(pieces: readonly Piece[], columns: CsvColumns, delimiter: CsvDelimiter): readonly Piece[] {
  const manufacturer = columns.indexOf('oemManufacturerName');
  const makers = joinWhere(pieces, delimiter, ({ text }, next, at) => at === manufacturer && endsCompany(text, next));
  return fits(makers, columns)
    ? makers
    : joinWhere(makers, delimiter, ({ text }, next) => endsCompany(text, next) || endsMachine(text, next));
}

/** @param belongs whether the text of a cell belongs to the piece before it, which stands in the column `at` */
function joinWhere(
  pieces: readonly Piece[],
  delimiter: CsvDelimiter,
  belongs: (before: Piece, next: string, at: number) => boolean,
): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const at = joined.length - 1;
    const before = joined[at];
    if (before !== undefined && !isHashLike(before.text) && belongs(before, piece.text, at)) {
      joined[at] = join([before, piece], delimiter);
    } else {
      joined.push(piece);
    }
  }
  return joined;
}

function endsCompany(before: string, next: string): boolean {
  return before !== '' && companyEnd.test(next);
}

function endsMachine(before: string, next: string): boolean {
  return (nameBeforeRevision.test(before) && revision.test(next)) || isOpen(before);
}

/** Whether a parenthesis is still open, as in `Standard PC (Q35 + ICH9`. */
function isOpen(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}

/** Whether the row needs no repair: no cell without a column, no hash outside its column. */
function fits(pieces: readonly Piece[], columns: CsvColumns): boolean {
  return pieces.length <= columns.length && pieces.every(({ text }, column) => mayHold(columns[column], text));
}

/** Whether a value can stand in the field's column at all. */
function mayHold(field: CsvField | undefined, text: string): boolean {
  return field === undefined || field === 'hardwareHash' || !isHashLike(text);
}

function padded(pieces: readonly Piece[], columns: CsvColumns): Placement {
  return { placed: columns.map((_, column) => pieces[column] ?? nothing), isComplete: true };
}

/** Places the row around its hash, whose column is known. */
function place(pieces: readonly Piece[], columns: CsvColumns, delimiter: CsvDelimiter): Placement {
  const hashes = pieces.filter(({ text }) => isHashLike(text));
  const [hash] = hashes;
  if (hash === undefined) {
    return absorb(pieces, columns, delimiter);
  }
  const column = columns.indexOf('hardwareHash');
  if (hashes.length > 1 || column === -1) {
    return unknown(columns);
  }
  const at = pieces.indexOf(hash);
  const before =
    at < column ? unknown(columns.slice(0, column)) : absorb(pieces.slice(0, at), columns.slice(0, column), delimiter);
  const behind = absorb(pieces.slice(at + 1), columns.slice(column + 1), delimiter);
  return {
    placed: [...before.placed, hash, ...behind.placed],
    isComplete: before.isComplete && behind.isComplete,
  };
}

function unknown(columns: CsvColumns): Placement {
  return { placed: columns.map(() => undefined), isComplete: true };
}

/**
 * Puts too many pieces under the columns by letting one column take all the surplus. What every possible way agrees on is
 * certain.
 */
function absorb(pieces: readonly Piece[], columns: CsvColumns, delimiter: CsvDelimiter): Placement {
  const surplus = pieces.length - columns.length;
  if (surplus <= 0) {
    return padded(pieces, columns);
  }
  if (columns.length === 0) {
    return { placed: [], isComplete: false };
  }
  const ways = columns
    .map((_, column) => [
      ...pieces.slice(0, column),
      join(pieces.slice(column, column + surplus + 1), delimiter),
      ...pieces.slice(column + surplus + 1),
    ])
    .filter((way, absorber) => isPossible(way, columns) && isWhole(pieces, absorber, surplus));
  const [first] = ways;
  return {
    placed: columns.map((_, column) => {
      const piece = first?.[column];
      return ways.every(way => way[column]?.raw === piece?.raw) ? piece : undefined;
    }),
    isComplete: true,
  };
}

/** Whether the value put together begins and ends with more than its delimiter. */
function isWhole(pieces: readonly Piece[], start: number, surplus: number): boolean {
  return pieces[start]?.text !== '' && pieces[start + surplus]?.text !== '';
}

function isPossible(way: readonly Piece[], columns: CsvColumns): boolean {
  return way.every(({ text }, column) => text === '' || isPlausible(columns[column], text));
}

function isPlausible(field: CsvField | undefined, text: string): boolean {
  switch (field) {
    case 'hardwareHash':
      return /^[A-Za-z0-9+/=]{8,}$/.test(text);
    case 'productKey':
      return /^[A-Z\d-]{8,}$/i.test(text);
    case 'assignedUser':
      return /^[^\s,;@]+@[^\s,;@]+$/.test(text);
    case 'serialNumber':
    case 'oemManufacturerName':
    case 'modelName':
    case 'groupTag':
    case undefined:
      return !isHashLike(text);
  }
}
