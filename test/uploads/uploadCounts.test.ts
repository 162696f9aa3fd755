import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { DeviceOutcome } from '../../src/core/upload/outcome.ts';
import { type UploadCounts, uploadCountsOf } from '../../src/uploads/uploadCounts.ts';
import type { PartState } from '../../src/uploads/uploadRecord.ts';
import { accepted, aRecord, cancelled, left, planned, sending, trackingId, unknown, withJob } from './aRecord.ts';

/** Asserts how many devices have come to what; two devices are in each part, and each counts once. */
function expect(states: readonly PartState[], counts: Partial<UploadCounts>): void {
  const { all, ...found } = uploadCountsOf(aRecord(states));
  assert.deepEqual(Object.fromEntries(Object.entries(found).filter(([, count]) => count > 0)), counts);
  assert.equal(all, states.length * 2);
  assert.equal(
    Object.values(found).reduce((sum, count) => sum + count, 0),
    all,
  );
}

function answered(...devices: readonly DeviceOutcome[]): PartState {
  return withJob({ is: 'ended', trackingId, outcome: { state: 'finished', devices, unmatched: [] } });
}

suite('uploadCountsOf', () => {
  test('counts what was not sent', () => expect([planned, sending, cancelled], { unsent: 6 }));
  test('counts what is not known', () => expect([unknown, left], { unknown: 4 }));
  test('counts what waits for its first answer', () => expect([accepted], { waiting: 2 }));
  test('counts what no link leads to', () =>
    expect([withJob({ is: 'untracked', because: 'no-link' })], { untracked: 2 }));

  test('counts the answers of all parts', () =>
    expect(
      [
        answered({ is: 'registered', matchedBy: 'hash' }, { is: 'failed', matchedBy: 'hash', error: {} }),
        answered({ is: 'already-registered', matchedBy: 'hash', error: {} }, { is: 'unanswered' }),
        answered({ is: 'waiting' }, { is: 'failed', matchedBy: 'hash', error: {} }),
        planned,
      ],
      { registered: 1, failed: 2, alreadyRegistered: 1, unanswered: 1, waiting: 1, unsent: 2 },
    ));
});
