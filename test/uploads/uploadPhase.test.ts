import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { isUnfinished, phaseOf } from '../../src/uploads/uploadPhase.ts';
import type { PartState, Stop } from '../../src/uploads/uploadRecord.ts';
import { accepted, aRecord, cancelled, left, planned, sending, trackingId, unknown, withJob } from './aRecord.ts';

const paused: Stop = { is: 'paused', at: 0, because: 'interrupted' };
const ended = withJob({ is: 'ended', trackingId });
const unwatched = withJob({ is: 'unwatched', because: 'too-long', trackingId });
const untracked = withJob({ is: 'untracked', because: 'no-link' });

/** Asserts the phase of an upload with these parts, and whether a window has something to do for it by itself. */
function assertPhase(expected: string, unfinished: boolean, parts: readonly PartState[], stop?: Stop): void {
  const record = aRecord(parts, { stop });
  assert.equal(phaseOf(record).is, expected);
  assert.equal(isUnfinished(record), unfinished);
}

suite('phaseOf', () => {
  test('sending', () => {
    assertPhase('sending', true, [ended, sending, planned]);
    assertPhase('sending', true, [accepted, planned]);
    assert.deepEqual(phaseOf(aRecord([accepted, planned])), { is: 'sending', part: 1 });
  });

  test('still sending what was on its way when the user cancelled', () =>
    assertPhase('sending', true, [sending, cancelled], { is: 'cancelled', at: 0 }));

  test('unknown, whatever else there is', () => {
    assertPhase('unknown', true, [accepted, unknown, planned], paused);
    assert.deepEqual(phaseOf(aRecord([unknown, planned, unknown])), { is: 'unknown', parts: [0, 2] });
  });

  test('paused, though jobs go on', () => {
    assertPhase('paused', true, [accepted, planned], paused);
    assertPhase('paused', false, [ended, planned], paused);
  });

  test('watching', () => assertPhase('watching', true, [ended, accepted, unwatched]));
  test('unwatched', () => assertPhase('unwatched', false, [ended, unwatched, cancelled]));
  test('over', () => assertPhase('over', false, [ended, untracked, left, cancelled]));
});
