import * as vscode from 'vscode';

import type { CsvColumns, CsvDelimiter, CsvField, CsvImport, CsvNote } from '../../core/csv/csvImport.ts';
import type { CsvWriteNote } from '../../core/csv/writeCsv.ts';
import { plainText } from '../plainText.ts';

/** What a column of a device list is called. */
export function fieldName(field: CsvField): string {
  switch (field) {
    case 'serialNumber':
      return vscode.l10n.t('serial number');
    case 'productKey':
      return vscode.l10n.t('product key');
    case 'hardwareHash':
      return vscode.l10n.t('hardware hash');
    case 'oemManufacturerName':
      return vscode.l10n.t('manufacturer');
    case 'modelName':
      return vscode.l10n.t('model');
    case 'groupTag':
      return vscode.l10n.t('group tag');
    case 'assignedUser':
      return vscode.l10n.t('assigned user');
  }
}

/** What an import dropped, changed or guessed, one sentence. */
export function csvNoteWords(note: CsvNote): string {
  switch (note.code) {
    case 'workbook':
      return vscode.l10n.t('This is an Excel workbook. Save it as CSV (UTF-8) and import that file.');
    case 'encoding-guessed':
      return vscode.l10n.t('The file is not Unicode. It was read as {0}; check letters beyond A to Z.', note.encoding);
    case 'encoding-unknown':
      return vscode.l10n.t('The code page "{0}" is not known here.', plainText(note.encoding));
    case 'characters-lost':
      return vscode.l10n.t('Characters that could not be read in the encoding of the file: {0}.', note.count);
    case 'columns-guessed':
      return vscode.l10n.t(
        'No line names the columns. They were guessed from what they hold: {0}.',
        columnList(note.columns),
      );
    case 'group-tag':
      return vscode.l10n.t(
        'Devices with a group tag: {0}. Partner Center has none for a single device: the batch id becomes the tag of the whole batch.',
        note.rows,
      );
    case 'assigned-user':
      return vscode.l10n.t(
        'Devices with an assigned user: {0}. Partner Center assigns none; the users were left out.',
        note.rows,
      );
    case 'column-unknown':
      return note.name === ''
        ? vscode.l10n.t('Column {0} has no known name and was left out. Values in it: {1}.', note.column, note.rows)
        : vscode.l10n.t(
            'Column {0}, "{1}", was left out. Values in it: {2}.',
            note.column,
            plainText(note.name),
            note.rows,
          );
    case 'column-repeated':
      return vscode.l10n.t(
        'Column {0} is a second one for the {1} and was left out. Values in it: {2}.',
        note.column,
        fieldName(note.field),
        note.rows,
      );
    case 'header-repeated':
      return vscode.l10n.t('Line {0} names the columns again.', note.line);
    case 'row-dropped':
      return droppedRowWords(note);
    case 'columns-repaired':
      return vscode.l10n.t(
        'Line {0}: commas without quotation marks had moved the columns. Put together again: {1}.',
        note.line,
        fieldList(note.fields),
      );
    case 'columns-shifted':
      return note.fields.length === 0
        ? vscode.l10n.t('Line {0} has more values than there are columns. The last ones were left out.', note.line)
        : vscode.l10n.t(
            'Line {0}: commas without quotation marks moved the columns. Not certain, and left out: {1}.',
            note.line,
            fieldList(note.fields),
          );
    case 'quotes-unbalanced':
      return vscode.l10n.t('Line {0}: quotation marks do not match and were ignored.', note.line);
    case 'scientific':
      return vscode.l10n.t(
        'Line {0}: a spreadsheet replaced the {1} by a rounded number. It was left out; take it from the original file.',
        note.line,
        fieldName(note.field),
      );
    case 'zeros-lost':
      return vscode.l10n.t(
        'Line {0}: the product key has {1} digits instead of 13. A spreadsheet may have dropped zeros in front.',
        note.line,
        note.digits,
      );
    case 'cell-cut':
      return vscode.l10n.t(
        'Line {0}: the hardware hash was cut at {1} characters, the most that such a cell or field holds.',
        note.line,
        note.limit,
      );
    case 'formula-unwrapped':
      return vscode.l10n.t(
        'Line {0}: the {1} was marked as text for a spreadsheet. The mark was taken off.',
        note.line,
        fieldName(note.field),
      );
    case 'hash-joined':
      return vscode.l10n.t('Line {0}: blanks and line breaks were taken out of the hardware hash.', note.line);
    case 'product-key-as-serial':
      return vscode.l10n.t('Line {0}: what stands as serial number looks like a product key.', note.line);
  }
}

/** What an export could not say, one sentence. Devices are counted from 1. */
export function csvWriteNoteWords(note: CsvWriteNote): string {
  switch (note.code) {
    case 'value-quoted':
      return vscode.l10n.t(
        'Device {0}: the {1} stands in quotation marks. The portal takes no commas, quotation marks or line breaks in values.',
        note.index + 1,
        fieldName(note.field),
      );
    case 'value-made-safe':
      return vscode.l10n.t(
        'Device {0}: an apostrophe stands before the {1}, because a spreadsheet would run it as a formula.',
        note.index + 1,
        fieldName(note.field),
      );
    case 'policies-left-out':
      return vscode.l10n.t('Devices with policies: {0}. The file has no column for policies.', note.devices);
    case 'portal-limit':
      return vscode.l10n.t('The file holds {0} devices. The portal takes {1} in one file.', note.devices, note.limit);
  }
}

/** What an import came to. Group tags and users come first among what was left out. */
export function csvSummaryWords({ notes }: CsvImport, imported: number, fileName: string): string {
  const sentences = [vscode.l10n.t('Devices imported from {0}: {1}.', plainText(fileName), imported)];
  if (notes.some(({ code }) => code === 'group-tag')) {
    sentences.push(vscode.l10n.t('Group tags were left out; the batch id is the tag.'));
  }
  if (notes.some(({ code }) => code === 'assigned-user')) {
    sentences.push(vscode.l10n.t('Assigned users were left out.'));
  }
  const dropped = notes.reduce((sum, note) => sum + (note.code === 'row-dropped' ? note.rows : 0), 0);
  if (dropped > 0) {
    sentences.push(vscode.l10n.t('Rows left out: {0}.', dropped));
  }
  const others = notes.filter(({ code }) => !toldInSummary.has(code)).length;
  if (others > 0) {
    sentences.push(vscode.l10n.t('Other remarks: {0}.', others));
  }
  return sentences.join(' ');
}

const toldInSummary: ReadonlySet<CsvNote['code']> = new Set<CsvNote['code']>([
  'group-tag',
  'assigned-user',
  'row-dropped',
]);

/** How a file was read and everything that was dropped, changed or guessed, as Markdown. */
export function csvReport({ devices, dialect, notes, groupTags }: CsvImport, fileName: string): string {
  const facts = [
    vscode.l10n.t('Devices read: {0}', devices.length),
    vscode.l10n.t('Encoding: {0}', dialect.encoding.name),
    vscode.l10n.t('Delimiter: {0}', delimiterName(dialect.delimiter)),
    ...Array.from(groupTags, ([tag, count]) => vscode.l10n.t('Group tag "{0}": {1}', plainText(tag), count)),
  ];
  return report(fileName, facts, vscode.l10n.t('What was left out, changed or guessed'), notes.map(csvNoteWords));
}

/** What an export could not say, as Markdown. */
export function csvWriteReport(devices: number, notes: readonly CsvWriteNote[], fileName: string): string {
  const facts = [vscode.l10n.t('Devices written: {0}', devices)];
  return report(fileName, facts, vscode.l10n.t('What the file cannot say'), notes.map(csvWriteNoteWords));
}

function report(fileName: string, facts: readonly string[], heading: string, remarks: readonly string[]): string {
  const lines = [`# ${plainText(fileName)}`, '', ...facts.map(item), ''];
  return [...lines, ...(remarks.length > 0 ? [`## ${heading}`, '', ...remarks.map(item), ''] : [])].join('\n');
}

function item(text: string): string {
  return `- ${text}`;
}

function delimiterName(delimiter: CsvDelimiter): string {
  switch (delimiter) {
    case ',':
      return vscode.l10n.t('comma');
    case ';':
      return vscode.l10n.t('semicolon');
    case '\t':
      return vscode.l10n.t('tab');
  }
}

function droppedRowWords({ reason, rows, line, lastLine }: Extract<CsvNote, { code: 'row-dropped' }>): string {
  const where = rows === 1 ? vscode.l10n.t('Line {0}', line) : vscode.l10n.t('Lines {0} to {1}', line, lastLine);
  switch (reason) {
    case 'heading':
      return vscode.l10n.t('{0}: text above the names of the columns was left out.', where);
    case 'explanation':
      return vscode.l10n.t('{0}: a sentence that describes no device was left out.', where);
    case 'fragment':
      return vscode.l10n.t('{0}: a piece of a hash that a line break tore off was left out.', where);
    case 'shifted':
      return vscode.l10n.t(
        '{0}: commas without quotation marks moved the columns. Nothing that identifies a device is certain, so the row was left out.',
        where,
      );
    case 'no-device':
      return vscode.l10n.t('{0}: left out, because no value is there that Partner Center reads.', where);
  }
}

function columnList(columns: CsvColumns): string {
  return columns.map(field => (field === undefined ? '–' : fieldName(field))).join(', ');
}

function fieldList(fields: readonly CsvField[]): string {
  return fields.map(fieldName).join(', ');
}
