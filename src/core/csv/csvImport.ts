import type { DeviceTextField } from '../manifest/manifest.ts';

/** What a column of a device list can hold. The service takes no group tag and no user: those are told, never imported. */
export type CsvField = DeviceTextField | 'groupTag' | 'assignedUser';

/** One row that became a device. Values stand without blanks around them; an absent value is missing, never `''`. */
export interface CsvDevice extends Readonly<Partial<Record<DeviceTextField, string>>> {
  readonly groupTag?: string;
  /** The line, from 1, on which the row begins. */
  readonly line: number;
}

export type CsvDelimiter = ',' | ';' | '\t';

/** `ansi` is a guess: bytes that are not Unicode do not say which code page they were written in. */
export type CsvEncoding =
  | { readonly is: 'unicode'; readonly name: 'utf-8' | 'utf-16le' | 'utf-16be'; readonly byteOrderMark: boolean }
  | { readonly is: 'ansi'; readonly name: string };

/**
 * Whose column names a header has:
 *
 * - `partner-center`: serial, product id, hash, manufacturer, model (also the collector script's `-Partner`)
 * - `intune`: serial, product id, hash, and group tag or assigned user
 * - `collector`: serial, product id, hash
 * - `managed-desktop`: manufacturer, model, serial, hash
 */
export type CsvLayout = 'partner-center' | 'intune' | 'collector' | 'managed-desktop' | 'other';

/** What each column holds; `undefined` where that is not known. */
export type CsvColumns = readonly (CsvField | undefined)[];

export type CsvHeader =
  | { readonly is: 'named'; readonly line: number; readonly layout: CsvLayout; readonly columns: CsvColumns }
  /** No row names the columns: they were guessed from what stands in them. */
  | { readonly is: 'guessed'; readonly columns: CsvColumns }
  /** Nothing in the file looks like a device. */
  | { readonly is: 'unknown' };

/** How the file was written. */
export interface CsvDialect {
  readonly encoding: CsvEncoding;
  readonly delimiter: CsvDelimiter;
  readonly header: CsvHeader;
}

/** Why a row became no device. */
export type DroppedRow =
  /** Text above the header. */
  | 'heading'
  /** A sentence, such as the explanations in the portal's template. */
  | 'explanation'
  /** A piece of a hash that a line break tore off. */
  | 'fragment'
  /** Commas inside unquoted values moved the columns, and nothing that identifies a device was certain. */
  | 'shifted'
  /** No value in any column that the service reads. */
  | 'no-device';

interface At {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** Something that was dropped, changed or guessed. Notes carry facts, never words, and never a hash, key or user. */
export type CsvNote =
  /** An Excel workbook, whatever its name says. Nothing was read. */
  | { readonly code: 'workbook' }
  /** The bytes are not Unicode; they were read in the code page `encoding`. */
  | { readonly code: 'encoding-guessed'; readonly encoding: string }
  /** The code page asked for is not known here; windows-1252 was used. */
  | { readonly code: 'encoding-unknown'; readonly encoding: string }
  /** Bytes that stand for no character in the file's encoding became U+FFFD. */
  | { readonly code: 'characters-lost'; readonly count: number }
  | { readonly code: 'columns-guessed'; readonly columns: CsvColumns }
  /** `rows` of the import say a group tag; the tags are in `CsvImport.groupTags`. */
  | { readonly code: 'group-tag'; readonly rows: number }
  /** `rows` name a user. The service assigns no users. */
  | { readonly code: 'assigned-user'; readonly rows: number }
  /** A column that the service has no use for; `rows` have a value there. The name is `''` where there is none, or a value in its place. */
  | ({ readonly code: 'column-unknown'; readonly name: string; readonly rows: number } & At)
  /** A second column for the same field; the first one counts. */
  | ({ readonly code: 'column-repeated'; readonly field: CsvField; readonly rows: number } & At)
  | { readonly code: 'header-repeated'; readonly line: number }
  /** `rows` in a row, from `line` to `lastLine`, became no device. */
  | {
      readonly code: 'row-dropped';
      readonly line: number;
      readonly lastLine: number;
      readonly rows: number;
      readonly reason: DroppedRow;
    }
  /** Unquoted commas had split these values; only one way to put them together again was possible. */
  | { readonly code: 'columns-repaired'; readonly line: number; readonly fields: readonly CsvField[] }
  /** Unquoted commas had split values: what belongs to these fields is not certain and was left out; without fields, surplus cells. */
  | { readonly code: 'columns-shifted'; readonly line: number; readonly fields: readonly CsvField[] }
  /** Quotation marks do not match; the lines of the row were read as if it had none. */
  | { readonly code: 'quotes-unbalanced'; readonly line: number }
  /** A spreadsheet replaced the value by a rounded number, such as `1.23457E+12`; it was left out. */
  | ({ readonly code: 'scientific'; readonly field: CsvField } & At)
  /** Fewer than the 13 digits of a product key id: a spreadsheet drops the zeros that a number begins with. */
  | ({ readonly code: 'zeros-lost'; readonly digits: number } & At)
  /** The hash ends at the length that a cell of a spreadsheet or database can hold. */
  | ({ readonly code: 'cell-cut'; readonly limit: number } & At)
  /** The value was written as a formula or marked as text for a spreadsheet: `="00123"`, `'00123`. */
  | ({ readonly code: 'formula-unwrapped'; readonly field: CsvField } & At)
  /** Blanks and line breaks were taken out of the hash. */
  | ({ readonly code: 'hash-joined' } & At)
  /** The row's one value stands in the serial number column and looks like a product key id. */
  | ({ readonly code: 'product-key-as-serial' } & At);

export type CsvNoteCode = CsvNote['code'];

/** What a CSV file holds, and everything that was dropped or guessed on the way. */
export interface CsvImport {
  readonly devices: readonly CsvDevice[];
  readonly dialect: CsvDialect;
  readonly notes: readonly CsvNote[];
  /** Every group tag in the file, in order of appearance, and how many devices say it. */
  readonly groupTags: ReadonlyMap<string, number>;
  /** Rows that hold anything and are no header: the devices and those dropped. */
  readonly rows: number;
}
