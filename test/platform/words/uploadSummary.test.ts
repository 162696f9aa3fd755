import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { DeviceOutcome } from '../../../src/core/upload/outcome.ts';
import { ageWords, standingWords, uploadSummary } from '../../../src/platform/words/uploadSummary.ts';
import { uploadCountsOf } from '../../../src/uploads/uploadCounts.ts';
import { phaseOf } from '../../../src/uploads/uploadPhase.ts';
import type { PartState, Stop } from '../../../src/uploads/uploadRecord.ts';
import type { UploadView } from '../../../src/uploads/uploads.ts';
import {
  accepted,
  aRecord,
  cancelled,
  left,
  planned,
  sending,
  trackingId,
  unknown,
  withJob,
} from '../../uploads/aRecord.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

interface Standing {
  /** Of two devices each. */
  readonly parts: readonly PartState[];
  readonly stop?: Stop;
  readonly isRunning?: boolean;
  readonly blocked?: boolean;
}

function viewOf({ parts, stop, isRunning = false, blocked = false }: Standing): UploadView {
  const record = aRecord(parts, { stop });
  const blockage = blocked ? ({ failure: { reason: 'signed-out' }, ids: undefined } as const) : undefined;
  return { record, phase: phaseOf(record), isRunning, blockage };
}

function expect(words: string, standing: Standing): void {
  const view = viewOf(standing);
  assert.equal(standingWords(view, uploadCountsOf(view.record)), words);
}

const registered: DeviceOutcome = { is: 'registered', matchedBy: 'hash' };
const known: DeviceOutcome = { is: 'already-registered', matchedBy: 'hash', error: {} };
const failed: DeviceOutcome = { is: 'failed', matchedBy: 'hash', error: {} };
const waiting: DeviceOutcome = { is: 'waiting' };

function job(is: 'watched' | 'ended' | 'unwatched', ...devices: readonly DeviceOutcome[]): PartState {
  const tracked = { trackingId, outcome: { state: 'processing', devices, unmatched: [] } } as const;
  switch (is) {
    case 'watched':
      return withJob({ is, watchedSince: 0, ...tracked });
    case 'unwatched':
      return withJob({ is, because: 'too-long', ...tracked });
    case 'ended':
      return withJob({ is, ...tracked });
  }
}

suite('how an upload stands', () => {
  const paused: Stop = { is: 'paused', at: 0, because: 'interrupted' };

  test('while it is sent', () => expect('2 of 6 sent', { parts: [accepted, sending, planned], isRunning: true }));
  test('while it waits for the user', () =>
    expect('paused, 4 of 6 not sent', { parts: [accepted, planned, planned], stop: paused }));
  test('while an answer is lost', () =>
    expect('not known whether 2 of 4 were accepted', { parts: [accepted, unknown] }));

  test('while it is watched', () => {
    expect('4 of 4 waiting', { parts: [accepted, accepted], isRunning: true });
    expect('1 of 2 waiting', { parts: [job('watched', registered, waiting)], isRunning: true });
    expect('1 of 2 failed, 1 waiting', { parts: [job('watched', failed, waiting)], isRunning: true });
  });

  test('while nobody can look', () => {
    expect('not watched, 2 of 2 waiting', { parts: [accepted], blocked: true });
    expect('no longer watched, 1 of 2 waiting', { parts: [job('unwatched', registered, waiting)] });
  });

  test('once it is over', () => {
    expect('2 registered', { parts: [job('ended', registered, registered)] });
    expect('2 registered, 1 of them before', { parts: [job('ended', registered, known)] });
    expect('1 of 4 failed', {
      parts: [job('ended', registered, failed), job('ended', registered, { is: 'unanswered' })],
    });
    expect('1 of 2 without an answer', { parts: [job('ended', registered, { is: 'unanswered' })] });
    expect('2 of 2 without an answer', { parts: [withJob({ is: 'untracked', because: 'no-link' })] });
    expect('2 of 2 without an answer', { parts: [left] });
  });

  test('once it was cancelled', () => {
    const stop: Stop = { is: 'cancelled', at: 0 };
    expect('cancelled, nothing sent', { parts: [cancelled, cancelled], stop });
    expect('cancelled, 2 of 4 sent', { parts: [job('ended', registered, registered), cancelled], stop });
  });
});

test('the last upload in one line', () => {
  const view = viewOf({ parts: [job('ended', registered, failed)] });
  assert.equal(uploadSummary(view, uploadCountsOf(view.record), 2 * hour), '1 of 2 failed, 2 hours ago');
});

suite('how long ago something was', () => {
  const ages: readonly (readonly [ms: number, words: string])[] = [
    [0, 'this minute'],
    [59 * second, 'this minute'],
    [minute, '1 minute ago'],
    [59 * minute, '59 minutes ago'],
    [hour, '1 hour ago'],
    [day - 1, '23 hours ago'],
    [day, 'yesterday'],
    [9 * day, '9 days ago'],
  ];
  for (const [ms, words] of ages) {
    test(words, () => assert.equal(ageWords(1000, 1000 + ms), words));
  }

  test('is never in the future, whatever the clock says', () => assert.equal(ageWords(1000, 0), 'this minute'));
});
