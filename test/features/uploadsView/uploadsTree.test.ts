import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { UploadsTree } from '../../../src/features/uploadsView/uploadsTree.ts';
import type { Part } from '../../../src/uploads/uploadRecord.ts';
import type { UploadView } from '../../../src/uploads/uploads.ts';
import { anUpload, endedPart, registered, waiting, watchedPart } from '../status/anUpload.ts';

function treeOf(...views: readonly UploadView[]): UploadsTree {
  return new UploadsTree({ all: () => views });
}

const planned: Part = { first: 0, count: 1, is: 'planned' };
const paused = anUpload([planned], { isRunning: false, stop: { is: 'paused', at: 0, because: 'interrupted' } });
const watched = anUpload([watchedPart([waiting])]);
const over = anUpload([endedPart([registered])], { isRunning: false });

/** An upload whose answer was lost, and that is looked for until then. */
function unknown(lookUntil: number): UploadView {
  const attempt = { requestId: 'r1', sentAt: 0, before: { readAt: 0, listed: 0 }, lookUntil } as const;
  return anUpload([{ first: 0, count: 1, is: 'unknown', ...attempt }]);
}

suite('the uploads at a glance', () => {
  test('those that wait for the user are counted', () => {
    assert.equal(treeOf(watched, over).waiting(), 0);
    assert.equal(treeOf(paused, watched, paused).waiting(), 2);
  });

  test('an answer that was lost is waited for until it was looked for long enough', () => {
    assert.equal(treeOf(unknown(Number.MAX_SAFE_INTEGER)).waiting(), 0);
    assert.equal(treeOf(unknown(0)).waiting(), 1);
  });

  test('those that this window watches are named', () =>
    assert.deepEqual(treeOf(watched, paused, over, { ...watched, isRunning: false }).running(), [
      'Contoso Ltd, Sales laptops: 1 of 1 waiting',
    ]));
});
