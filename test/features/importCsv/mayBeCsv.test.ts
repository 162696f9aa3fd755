import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { mayBeCsv } from '../../../src/features/importCsv/mayBeCsv.ts';

function assertMayBe(expected: boolean, ...texts: readonly string[]): void {
  for (const text of texts) {
    assert.equal(mayBeCsv(text), expected, text);
  }
}

suite('pasted text', () => {
  test('may be CSV if it has a delimiter', () => {
    assertMayBe(true, 'A1,,T0G', '"A1";"";"T0G"', '\nSerial Number\tHardware Hash\n', 'sep=;\n');
  });

  test('is none without one', () => {
    assertMayBe(false, '', ' ', 'A1', 'T0GAAAA\n');
  });

  test('is none if it begins as JSON does', () => {
    assertMayBe(false, '{ "a": 1, "b": 2 }', '[1, 2]', ' }, {', ', { }', '],');
  });
});
