import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { Look } from '../../src/webview/protocol.ts';
import { savedLook } from '../../src/webview/savedLook.ts';

const first: Look = { search: '', filter: 'all', sort: { column: 'number', descending: false }, scrollTop: 0 };

function assertLook(state: unknown, changes: Partial<Look>): void {
  assert.deepEqual(savedLook(state), { ...first, ...changes });
}

suite('how the table was looked at before', () => {
  test('is kept', () => {
    const look: Look = { search: 'pf', filter: 'failed', sort: { column: 'status', descending: true }, scrollTop: 420 };
    assertLook({ target: { is: 'upload', id: 'x' }, look }, look);
  });

  test('starts anew where nothing was kept', () => {
    assertLook(undefined, {});
    assertLook(null, {});
    assertLook({}, {});
    assertLook({ look: 'x' }, {});
  });

  test('starts anew in what cannot be read', () => {
    assertLook({ look: { search: 1, filter: 'x', sort: { column: 'x', descending: true }, scrollTop: 'x' } }, {});
    assertLook({ look: { search: 'pf', filter: 'none' } }, { search: 'pf' });
    assertLook({ look: { sort: { column: 'next' } } }, { sort: { column: 'next', descending: false } });
  });
});
