import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { hasEnded, type UploadState, uploadStateOf } from '../../../src/core/upload/uploadState.ts';

/** Asserts that every spelling means the state. */
function assertState(state: UploadState, ...spellings: readonly (string | undefined)[]) {
  for (const spelling of spellings) {
    assert.equal(uploadStateOf(spelling), state, `spelled ${spelling}`);
  }
}

suite('uploadStateOf', () => {
  test('reads queued', () => assertState('queued', 'queued', 'Queued', ' QUEUED ', '1'));
  test('reads processing', () =>
    assertState(
      'processing',
      'processing',
      'Processing',
      '2',
      'in-progress',
      'in_progress',
      'in progress',
      'InProgress',
    ));
  test('reads finished', () => assertState('finished', 'finished', 'Finished', 'FINISHED', '3', 'finished_partly'));
  test('reads finished with errors', () =>
    assertState(
      'finished-with-errors',
      'finished_with_errors',
      'finishedWithErrors',
      'FinishedWithErrors',
      'finished-with-errors',
      'Finished with errors',
      'FINISHED_WITH_ERRORS',
      '4',
    ));
  test('takes whatever else for unknown', () =>
    assertState(
      'unknown',
      'unknown',
      'Unknown',
      '0',
      '',
      ' ',
      undefined,
      'expired',
      '5',
      '12',
      'unfinished',
      'with errors',
    ));
});

suite('hasEnded', () => {
  test('is true of both ends', () => assert.ok(hasEnded('finished') && hasEnded('finished-with-errors')));
  test('is false of everything that may go on', () => {
    assert.deepEqual((['unknown', 'queued', 'processing'] as const).filter(hasEnded), []);
  });
});
