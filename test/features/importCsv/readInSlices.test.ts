import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { CancellationError } from 'vscode';

import { readInSlices } from '../../../src/features/importCsv/readInSlices.ts';

function* untilCancelled(token: { isCancellationRequested: boolean }): Generator<void, never> {
  setImmediate(() => (token.isCancellationRequested = true));
  for (;;) {
    yield;
  }
}

function* three(): Generator<void, number> {
  yield;
  yield;
  return 3;
}

const token = () => ({ isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => {} }) });

suite('reading in slices', () => {
  test('ends with what the steps return', async () => {
    assert.equal(await readInSlices(three(), token()), 3);
  });

  test('leaves the host free now and then, and stops when it is cancelled', async () => {
    const cancelled = token();
    await assert.rejects(readInSlices(untilCancelled(cancelled), cancelled), CancellationError);
  });
});
