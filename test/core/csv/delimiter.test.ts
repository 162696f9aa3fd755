import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { CsvDelimiter } from '../../../src/core/csv/csvImport.ts';
import { findDelimiter } from '../../../src/core/csv/delimiter.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';

function assertDelimiter(delimiter: CsvDelimiter, ...lines: readonly string[]): void {
  assert.equal(findDelimiter(lines.join('\n')).delimiter, delimiter);
}

suite('delimiter', () => {
  test('is what separates the names of the columns', () => {
    assertDelimiter(',', 'Serial Number,Hardware Hash');
    assertDelimiter(';', 'Serial Number;Hardware Hash;"Make, or brand"');
    assertDelimiter('\t', 'Serial Number\tHardware Hash');
  });

  test('is found below lines of text', () => {
    assertDelimiter(';', 'Report, of today, for you', '', 'Serial Number;Hardware Hash');
  });

  test('is what makes hashes stand alone where no columns are named', () => {
    assertDelimiter(';', `A,1,2,3;;${hardwareHash()}`);
  });

  test('is the most frequent where nothing else tells', () => {
    assertDelimiter('\t', 'LENOVO\t21G2001VUS\tA1', 'Dell, Inc.\tLatitude\tA2');
  });

  test('is the one declared, whose line is no row', () => {
    assert.deepEqual(findDelimiter('sep=;\r\nSerial, Number;Hash'), {
      delimiter: ';',
      text: 'Serial, Number;Hash',
      firstLine: 2,
    });
    assert.equal(findDelimiter('"sep=\t"\nA').delimiter, '\t');
  });
});
