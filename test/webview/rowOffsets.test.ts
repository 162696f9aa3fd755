import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { RowOffsets } from '../../src/webview/rowOffsets.ts';

suite('where rows stand', () => {
  const offsets = new RowOffsets([10, 30, 20]);

  test('one below the other', () => {
    assert.deepEqual([offsets.top(0), offsets.top(1), offsets.top(2)], [0, 10, 40]);
    assert.deepEqual([offsets.bottom(0), offsets.bottom(1), offsets.bottom(2)], [10, 40, 60]);
    assert.equal(offsets.total, 60);
  });

  test('which row is at a height', () => {
    const found = [0, 9.9, 10, 39, 40, 59].map(y => offsets.at(y));
    assert.deepEqual(found, [0, 0, 1, 1, 2, 2]);
  });

  test('outside, the first or the last', () =>
    assert.deepEqual([offsets.at(-5), offsets.at(60), offsets.at(999)], [0, 2, 2]));

  test('without rows, none', () => {
    const none = new RowOffsets([]);
    assert.deepEqual([none.at(0), none.total, none.top(0)], [-1, 0, 0]);
  });

  test('among thousands', () => {
    const many = new RowOffsets(Array.from({ length: 10_000 }, (_, row) => 20 + (row % 7)));
    for (const row of [0, 1, 4999, 9999]) {
      assert.equal(many.at(many.top(row)), row);
      assert.equal(many.at(many.bottom(row) - 0.5), row);
    }
  });
});
