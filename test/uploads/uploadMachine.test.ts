import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { ApiFailure, ServiceAnswer } from '../../src/api/apiError.ts';
import type { UploadEvent } from '../../src/uploads/uploadEvent.ts';
import { after } from '../../src/uploads/uploadMachine.ts';
import type { Stop, UploadRecord } from '../../src/uploads/uploadRecord.ts';
import {
  accepted,
  aReading,
  aRecord,
  cancelled,
  left,
  noBatch,
  planned,
  sending,
  trackingId,
  unknown,
  withJob,
} from './aRecord.ts';

type WithoutTime<E> = E extends UploadEvent ? Omit<E, 'at'> : never;

const now = 5000;
const halfAnHour = 30 * 60 * 1000;
const answer: ServiceAnswer = {
  is: 'answer',
  status: 403,
  code: '20002',
  text: undefined,
  details: [],
  body: 'json',
  retryAfterMs: undefined,
};

/** What became of a record, in a line: the batch, the parts, and why nothing is sent. */
function summaryOf({ batch, parts, stop }: UploadRecord): string {
  const states = parts.map(part => {
    const id = 'requestId' in part && part.requestId !== undefined ? `:${part.requestId}` : '';
    const job = part.is === 'accepted' ? `:${part.job.is}` : '';
    return `${part.is}${id}${job}`;
  });
  return [`${batch.is} ${batch.id}`, states.join(' '), stopOf(stop)].filter(text => text !== '').join(' | ');
}

function stopOf(stop: Stop | undefined): string {
  return stop?.is === 'paused' ? `paused: ${stop.because}` : (stop?.is ?? '');
}

/** Asserts what an event makes of a record; `undefined` if nothing. */
function assertAfter(record: UploadRecord, event: WithoutTime<UploadEvent>, expected: string | undefined): void {
  const changed = after(record, { ...event, at: now });
  if (expected === undefined) {
    assert.equal(changed, record);
  } else {
    assert.equal(summaryOf(changed), expected);
  }
}

const existing = { batch: { id: 'Test batch', is: 'existing' } } as const;
const read = { is: 'batch-read', part: 0, requestId: 'r9' } as const;

suite('a batch that was read before a part', () => {
  test('is created where there is none', () =>
    assertAfter(aRecord([planned]), { ...read, reading: noBatch }, 'to-create Test batch | sending:r9'));

  test('is appended to in the service’s spelling', () =>
    assertAfter(aRecord([planned], existing), { ...read, reading: aReading() }, 'existing test BATCH | sending:r9'));

  test('is not appended to unasked where it was to be created', () =>
    assertAfter(
      aRecord([planned]),
      { ...read, reading: aReading() },
      'to-create Test batch | planned | paused: batch-appeared',
    ));

  test('is appended to where it may come from a part of this upload', () => {
    assertAfter(
      aRecord([left, planned]),
      { ...read, part: 1, reading: aReading() },
      'created test BATCH | left:r1 sending:r9',
    );
    assertAfter(
      aRecord([{ is: 'planned', requestId: 'r1', mayHaveArrived: true }]),
      { ...read, reading: aReading() },
      'created test BATCH | sending:r1',
    );
  });

  test('is not where the attempt was certainly not accepted', () =>
    assertAfter(
      aRecord([{ is: 'planned', requestId: 'r1' }]),
      { ...read, reading: aReading() },
      'to-create Test batch | planned:r1 | paused: batch-appeared',
    ));

  test('is waited for where it was there or has been created', () => {
    assertAfter(aRecord([planned], existing), { ...read, reading: noBatch }, undefined);
    const created = { batch: { id: 'Test batch', is: 'created' } } as const;
    assertAfter(aRecord([accepted, planned], created), { ...read, part: 1, reading: noBatch }, undefined);
  });

  test('is sent to with the id of an attempt that was certainly not accepted', () =>
    assertAfter(
      aRecord([{ is: 'planned', requestId: 'r1' }]),
      { ...read, reading: noBatch },
      'to-create Test batch | sending:r1',
    ));

  test('changes nothing once the user has cancelled or the part is no longer planned', () => {
    assertAfter(aRecord([cancelled]), { ...read, reading: noBatch }, undefined);
    assertAfter(aRecord([planned], { stop: { is: 'cancelled', at: 0 } }), { ...read, reading: noBatch }, undefined);
  });
});

suite('a part on its way', () => {
  const ids = { requestId: 'r1', correlationId: 'c1' };

  test('is written down with the id of each attempt', () =>
    assertAfter(
      aRecord([sending]),
      { is: 'attempted', part: 0, requestId: 'r2' },
      'to-create Test batch | sending:r2',
    ));

  test('is watched once accepted, and the batch is there', () =>
    assertAfter(
      aRecord([sending, planned]),
      { is: 'accepted', part: 0, job: { is: 'link', trackingId }, ids },
      'created Test batch | accepted:watched planned',
    ));

  test('is accepted without a link, and then nobody can watch it', () =>
    assertAfter(
      aRecord([sending], existing),
      { is: 'accepted', part: 0, job: { is: 'no-link' }, ids },
      'existing Test batch | accepted:untracked',
    ));

  test('is unknown for half an hour once its answer is lost', () => {
    const failure: ApiFailure = { reason: 'unknown-outcome', because: { is: 'no-answer', fault: 'reset' } };
    const record = after(aRecord([sending]), { is: 'outcome-lost', part: 0, failure, at: now });
    assert.deepEqual(record.parts[0], { ...unknown, first: 0, count: 2, lookUntil: now + halfAnHour });
  });

  test('goes again with the same id after no answer, or one that says "later"', () => {
    for (const failure of [
      { reason: 'unreachable', fault: 'refused' },
      { reason: 'throttled', answer },
      { reason: 'unavailable', answer },
      { reason: 'signed-out' },
    ] satisfies ApiFailure[]) {
      assertAfter(
        aRecord([sending]),
        { is: 'failed', part: 0, failure },
        'to-create Test batch | planned:r1 | paused: failure',
      );
    }
    assertAfter(aRecord([sending]), { is: 'put-off', part: 0 }, 'to-create Test batch | planned:r1');
  });

  test('goes again with another id after any other answer', () => {
    for (const reason of ['forbidden', 'conflict', 'refused', 'too-large', 'unauthorized', 'mfa-required'] as const) {
      const failure = { reason, answer };
      assertAfter(
        aRecord([sending]),
        { is: 'failed', part: 0, failure },
        'to-create Test batch | planned | paused: failure',
      );
    }
  });

  test('does not go again once the user has cancelled', () => {
    const stopped = aRecord([sending], { stop: { is: 'cancelled', at: 0 } });
    assertAfter(stopped, { is: 'put-off', part: 0 }, 'to-create Test batch | cancelled | cancelled');
    const failure = { reason: 'forbidden', answer } as const;
    assertAfter(stopped, { is: 'failed', part: 0, failure }, 'to-create Test batch | cancelled | cancelled');
  });
});

suite('a part whose outcome is unknown', () => {
  const looked = { is: 'looked', part: 0 } as const;

  test('is accepted if all its devices are in the batch and were not before', () =>
    assertAfter(aRecord([unknown]), { ...looked, reading: aReading(2) }, 'created test BATCH | accepted:untracked'));

  test('stays unknown while one is missing', () =>
    assertAfter(aRecord([unknown]), { ...looked, reading: aReading(1) }, 'to-create Test batch | unknown:r1'));

  test('stays unknown if all were there before, as that proves nothing', () =>
    assertAfter(
      aRecord([{ ...unknown, before: aReading(2) }], existing),
      { ...looked, reading: aReading(2) },
      'existing Test batch | unknown:r1',
    ));

  test('is looked for longer, left alone or sent again as the user decides', () => {
    const decided = { is: 'decided', part: 0 } as const;
    const longer = after(aRecord([unknown]), { ...decided, decision: 'keep-looking', at: now });
    assert.deepEqual(longer.parts[0], { ...unknown, first: 0, count: 2, lookUntil: now + halfAnHour });
    assertAfter(aRecord([unknown]), { ...decided, decision: 'leave' }, 'to-create Test batch | left:r1');
    assertAfter(
      aRecord([unknown, planned], { stop: { is: 'paused', at: 0, because: 'interrupted' } }),
      { ...decided, decision: 'send-again' },
      'to-create Test batch | planned:r1 planned',
    );
  });

  test('is not decided about any more once it was found', () =>
    assertAfter(aRecord([accepted]), { is: 'decided', part: 0, decision: 'send-again' }, undefined));
});

suite('a watched job', () => {
  const devices = [{ serialNumber: 'S1' }, { serialNumber: 'S2' }];
  const report = (status: string) => ({ is: 'reported', part: 0, devices, report: { status, devices: [] } }) as const;

  test('goes on until the service says that it has ended', () => {
    assertAfter(aRecord([accepted]), report('processing'), 'to-create Test batch | accepted:watched');
    assertAfter(aRecord([accepted]), report('unknown'), 'to-create Test batch | accepted:watched');
    assertAfter(aRecord([accepted]), report('finished_with_errors'), 'to-create Test batch | accepted:ended');
  });

  test('may be unknown to the service for half an hour', () => {
    assertAfter(aRecord([accepted]), { is: 'job-missing', part: 0 }, undefined);
    const old = aRecord([withJob({ is: 'watched', trackingId, watchedSince: now - halfAnHour })]);
    assertAfter(old, { is: 'job-missing', part: 0 }, 'to-create Test batch | accepted:unwatched');
  });

  test('is let go in the end, and watched again if the user wants', () => {
    const letGo = after(aRecord([accepted]), { is: 'watched-enough', part: 0, at: now });
    assert.equal(summaryOf(letGo), 'to-create Test batch | accepted:unwatched');
    assertAfter(letGo, { is: 'watch-resumed' }, 'to-create Test batch | accepted:watched');
  });

  test('that nobody watches is ended by a report all the same', () =>
    assertAfter(
      aRecord([withJob({ is: 'unwatched', trackingId, because: 'too-long' })]),
      report('finished'),
      'to-create Test batch | accepted:ended',
    ));
});

suite('an upload', () => {
  test('found without a window: what was being sent is unknown, the rest waits for the user', () => {
    assertAfter(
      aRecord([accepted, sending, planned]),
      { is: 'taken-up' },
      'to-create Test batch | accepted:watched unknown:r1 planned | paused: interrupted',
    );
    assertAfter(aRecord([accepted]), { is: 'taken-up' }, undefined);
  });

  test('keeps the reason it was paused for', () =>
    assertAfter(
      aRecord([planned], { stop: { is: 'paused', at: 0, because: 'manifest-changed' } }),
      { is: 'taken-up' },
      undefined,
    ));

  test('cancelled: what has not been sent is not, and what has goes on', () => {
    assertAfter(
      aRecord([accepted, sending, planned]),
      { is: 'cancelled' },
      'to-create Test batch | accepted:watched sending:r1 cancelled | cancelled',
    );
    assertAfter(aRecord([accepted, unknown]), { is: 'cancelled' }, undefined);
  });

  test('resumed: goes on, and appends to a batch that has appeared', () => {
    assertAfter(
      aRecord([planned], { stop: { is: 'paused', at: 0, because: 'interrupted' } }),
      { is: 'resumed' },
      'to-create Test batch | planned',
    );
    assertAfter(
      aRecord([planned], { stop: { is: 'paused', at: 0, because: 'batch-appeared', batchId: 'test BATCH' } }),
      { is: 'resumed' },
      'existing test BATCH | planned',
    );
    assertAfter(aRecord([cancelled], { stop: { is: 'cancelled', at: 0 } }), { is: 'resumed' }, undefined);
  });

  test('halved: every part that is not sent yet becomes two', () => {
    const tooLarge = {
      is: 'paused',
      at: 0,
      because: 'failure',
      part: 1,
      failure: { reason: 'too-large', answer },
    } as const;
    const halved = after(aRecord([accepted, planned, planned], { stop: tooLarge }), { is: 'halved', at: now });
    assert.deepEqual(
      halved.parts.map(({ first, count }) => [first, count]),
      [
        [0, 2],
        [2, 1],
        [3, 1],
        [4, 1],
        [5, 1],
      ],
    );
    assert.equal(halved.stop, undefined);
    assertAfter(aRecord([planned]), { is: 'halved' }, undefined);
  });

  test('waits for the user where the manifest is another one or the batch does not appear', () => {
    assertAfter(
      aRecord([planned]),
      { is: 'manifest-changed' },
      'to-create Test batch | planned | paused: manifest-changed',
    );
    assertAfter(aRecord([planned]), { is: 'batch-missing' }, 'to-create Test batch | planned | paused: batch-missing');
  });
});
