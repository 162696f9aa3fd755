import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { gridMove } from '../../src/webview/gridMove.ts';

const size = { rows: 101, columns: 5, page: 10 };

/** From row 50, column 2, unless said. `^` is Ctrl. */
function assertMove(
  keys: string,
  to: readonly [number, number] | undefined,
  from: readonly [number, number] = [50, 2],
): void {
  const [row, column] = from;
  const ctrlKey = keys.startsWith('^');
  const place = gridMove({ row, column }, { key: keys.replace('^', ''), ctrlKey }, size);
  assert.deepEqual(place && [place.row, place.column], to);
}

suite('keys in the grid', () => {
  test('arrows lead to the next cell', () => {
    assertMove('ArrowUp', [49, 2]);
    assertMove('ArrowDown', [51, 2]);
    assertMove('ArrowLeft', [50, 1]);
    assertMove('ArrowRight', [50, 3]);
  });

  test('and stop at the edges', () => {
    assertMove('ArrowUp', [0, 2], [0, 2]);
    assertMove('ArrowDown', [100, 2], [100, 2]);
    assertMove('ArrowLeft', [50, 0], [50, 0]);
    assertMove('ArrowRight', [50, 4], [50, 4]);
  });

  test('the header is the row above the first', () => assertMove('ArrowUp', [0, 2], [1, 2]));

  test('pages', () => {
    assertMove('PageUp', [40, 2]);
    assertMove('PageDown', [60, 2]);
    assertMove('PageUp', [0, 2], [4, 2]);
    assertMove('PageDown', [100, 2], [96, 2]);
  });

  test('ends of the row, and of everything', () => {
    assertMove('Home', [50, 0]);
    assertMove('End', [50, 4]);
    assertMove('^Home', [0, 0]);
    assertMove('^End', [100, 4]);
  });

  test('other keys lead nowhere', () => {
    assertMove('Enter', undefined);
    assertMove('Tab', undefined);
    assertMove('a', undefined);
  });
});
