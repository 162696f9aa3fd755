import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { type DeviceStanding, deviceStandings } from '../../../src/features/status/deviceStandings.ts';
import type { Job, PartState } from '../../../src/uploads/uploadRecord.ts';
import {
  already,
  anUpload,
  byPosition,
  endedPart,
  failed,
  registered,
  trackingId,
  unanswered,
  waiting,
  watchedPart,
} from './anUpload.ts';

const before = { readAt: 0, listed: 0 };
const attempt = { requestId: 'r1', sentAt: 0, before };

/** One device in a part of this state. */
function assertAlone(state: PartState, standing: Partial<DeviceStanding>, stopped = false): void {
  const stop = stopped ? ({ is: 'paused', at: 0, because: 'interrupted' } as const) : undefined;
  const { record } = anUpload([{ first: 0, count: 1, ...state }], { stop });
  assert.deepEqual(deviceStandings(record), [{ byPosition: false, ...standing }]);
}

function assertInJob(job: Job, standing: Partial<DeviceStanding>): void {
  assertAlone({ is: 'accepted', acceptedAt: 0, job }, standing);
}

suite('where devices of an upload stand', () => {
  test('what will be sent by itself waits', () => {
    assertAlone({ is: 'planned' }, { status: 'waiting' });
    assertAlone({ is: 'sending', ...attempt }, { status: 'waiting' });
  });

  test('what waits for the user is not sent', () =>
    assertAlone({ is: 'planned' }, { status: 'not-sent', why: { is: 'paused' } }, true));

  test('what was called off is not sent', () =>
    assertAlone({ is: 'cancelled' }, { status: 'not-sent', why: { is: 'cancelled' } }));

  test('what may have arrived is not known', () => {
    assertAlone({ is: 'unknown', ...attempt, lookUntil: 1 }, { status: 'unknown', why: { is: 'answer-lost' } });
    assertAlone({ is: 'left', ...attempt }, { status: 'unknown', why: { is: 'left' } });
  });

  test('what was accepted waits for its job', () =>
    assertInJob({ is: 'watched', watchedSince: 0, trackingId }, { status: 'waiting' }));

  test('what takes long is never a failure', () =>
    assertInJob({ is: 'unwatched', because: 'too-long', trackingId }, { status: 'waiting' }));

  test('a job that the service knows no more gives no answer', () =>
    assertInJob(
      { is: 'unwatched', because: 'not-found', trackingId },
      { status: 'unanswered', why: { is: 'job-unknown' } },
    ));

  for (const because of ['no-link', 'other-customer', 'found-in-batch'] as const) {
    test(`no job to ask gives no answer: ${because}`, () =>
      assertInJob({ is: 'untracked', because }, { status: 'unanswered', why: { is: 'untracked', because } }));
  }

  test('every device is judged by its own answer, in the order of the manifest', () => {
    const part = endedPart([registered, already, failed('808', 'ZtdX'), unanswered, byPosition]);
    const { record } = anUpload([part, { ...watchedPart([waiting, registered]), first: 5 }]);
    assert.deepEqual(deviceStandings(record), [
      { status: 'registered', byPosition: false },
      {
        status: 'already-registered',
        byPosition: false,
        why: { is: 'error', error: { code: '806', description: 'ZtdDeviceAlreadyAssigned' } },
      },
      { status: 'failed', byPosition: false, why: { is: 'error', error: { code: '808', description: 'ZtdX' } } },
      { status: 'unanswered', byPosition: false, why: { is: 'not-matched' } },
      { status: 'registered', byPosition: true },
      { status: 'waiting', byPosition: false },
      { status: 'registered', byPosition: false },
    ]);
  });
});
