import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';

import type { CsvImport, CsvNote } from '../../../src/core/csv/csvImport.ts';
import { readCsv } from '../../../src/core/csv/readCsv.ts';
import type { CsvWriteNote } from '../../../src/core/csv/writeCsv.ts';
import { csvNoteWords, csvReport, csvSummaryWords, csvWriteNoteWords } from '../../../src/platform/words/csv.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';

const samples = path.join(import.meta.dirname, '../../../samples/csv');

/** Asserts the words of a note. */
function assertWords(note: CsvNote, words: string): void {
  assert.equal(csvNoteWords(note), words);
}

function read(...lines: readonly string[]): CsvImport {
  return readCsv(new TextEncoder().encode(lines.join('\n')));
}

suite('words for what an import dropped or guessed', () => {
  test('name the line and the field', () => {
    assertWords(
      { code: 'scientific', field: 'serialNumber', line: 7, column: 1 },
      'Line 7: a spreadsheet replaced the serial number by a rounded number. It was left out; take it from the original file.',
    );
    assertWords(
      { code: 'columns-repaired', line: 3, fields: ['oemManufacturerName', 'modelName'] },
      'Line 3: commas without quotation marks had moved the columns. Put together again: manufacturer, model.',
    );
  });

  test('name one line or several', () => {
    const dropped = { code: 'row-dropped', line: 2, reason: 'explanation' } as const;
    assertWords({ ...dropped, lastLine: 2, rows: 1 }, 'Line 2: a sentence that describes no device was left out.');
    assertWords(
      { ...dropped, lastLine: 5, rows: 3 },
      'Lines 2 to 5: a sentence that describes no device was left out.',
    );
  });

  test('show foreign names as plain text', () => {
    assertWords(
      { code: 'column-unknown', name: '[x](command:y)\n', line: 1, column: 4, rows: 2 },
      'Column 4, "[x] (command:y)\\n", was left out. Values in it: 2.',
    );
  });

  test('say what an export could not', () => {
    const note: CsvWriteNote = { code: 'value-quoted', index: 0, field: 'modelName' };
    assert.match(csvWriteNoteWords(note), /^Device 1: the model stands in quotation marks/);
  });
});

suite('the summary of an import', () => {
  test('says group tags and users before anything else', () => {
    const csv = read(
      'Serial Number,Hardware Hash,Group Tag,Assigned User,Location',
      `A1,${hardwareHash()},Sales,megan@contoso.com,Berlin`,
      'This line explains the list',
    );
    assert.equal(
      csvSummaryWords(csv, 1, 'list.csv'),
      'Devices imported from list.csv: 1. Group tags were left out; the batch id is the tag. Assigned users were left out. Rows left out: 1. Other remarks: 1.',
    );
  });

  test('is short where nothing was left out', () => {
    const csv = read('Serial Number,Hardware Hash', `A1,${hardwareHash()}`);
    assert.equal(csvSummaryWords(csv, 1, 'list.csv'), 'Devices imported from list.csv: 1.');
  });
});

suite('the report of an import', () => {
  for (const file of readdirSync(samples).filter(name => name.endsWith('.csv'))) {
    test(`of ${file} quotes no hash, key or user, and leaves no hole`, () => {
      const report = csvReport(readCsv(readFileSync(path.join(samples, file))), file);
      assert.doesNotMatch(report, /[A-Za-z0-9+/]{40}|\d{13}|@|\{\d\}/);
    });
  }

  test('lists the group tags', () => {
    const report = csvReport(readCsv(readFileSync(path.join(samples, 'intune.csv'))), 'intune.csv');
    assert.match(report, /^- Group tag "Büro München": 2$/m);
    assert.match(report, /^- Group tag "Lager": 1$/m);
  });
});
