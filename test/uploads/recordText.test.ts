import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { ApiFailure, ServiceAnswer } from '../../src/api/apiError.ts';
import type { PartOutcome } from '../../src/core/upload/outcome.ts';
import { changePart } from '../../src/uploads/changePart.ts';
import { readRecord, RecordTexts } from '../../src/uploads/recordText.ts';
import type { Stop, UploadRecord } from '../../src/uploads/uploadRecord.ts';
import { mutateText, Random, rounds } from '../support/random.ts';
import {
  accepted,
  aReading,
  aRecord,
  cancelled,
  left,
  planned,
  sending,
  trackingId,
  unknown,
  withJob,
} from './aRecord.ts';

const asIs = (text: string): string => text;

function recordText(record: UploadRecord, redact: (text: string) => string): string {
  return new RecordTexts(redact).of(record);
}

const answer: ServiceAnswer = {
  is: 'answer',
  status: 403,
  code: '20002',
  text: 'No relationship with PKEY.',
  details: ['PKEY'],
  body: 'json',
  retryAfterMs: 57_000,
};

const outcome: PartOutcome = {
  state: 'finished-with-errors',
  startedAt: 1,
  completedAt: 2.5,
  devices: [
    { is: 'registered', matchedBy: 'position', deviceId: 'd1' },
    { is: 'failed', matchedBy: 'serial-number', error: { code: '808', description: 'Belongs to PKEY' } },
  ],
  unmatched: [
    {
      shown: { serialNumber: 'S9', productKey: 'PKEY' },
      verdict: { is: 'already-registered', error: { code: '806' } },
    },
  ],
};

/** One record for every state there is. */
const records: readonly UploadRecord[] = [
  aRecord([planned, { is: 'planned', requestId: 'r1', mayHaveArrived: true }, cancelled]),
  aRecord([sending, left, unknown, { ...unknown, now: { ...aReading(1), devicesCount: 7 } }]),
  aRecord([
    accepted,
    withJob({ is: 'ended', trackingId, outcome }),
    withJob({ is: 'unwatched', trackingId, because: 'not-found' }),
    withJob({ is: 'untracked', because: 'found-in-batch' }),
  ]),
  ...stops().map(stop => aRecord([planned], { stop })),
];

function stops(): readonly Stop[] {
  const paused = { is: 'paused', at: 1 } as const;
  const failures: readonly ApiFailure[] = [
    { reason: 'signed-out' },
    { reason: 'forbidden', answer },
    { reason: 'unreadable', answer, end: 'cut' },
    { reason: 'unreachable', fault: 'tls' },
    { reason: 'unknown-outcome', because: answer },
    { reason: 'unknown-outcome', because: { is: 'no-answer', fault: 'reset' } },
  ];
  const ids = { requestId: 'r1', correlationId: 'c1', received: { vector: 'v1' } };
  return [
    { is: 'cancelled', at: 1 },
    { ...paused, because: 'interrupted' },
    { ...paused, because: 'manifest-changed' },
    { ...paused, because: 'batch-appeared', batchId: 'B' },
    { ...paused, because: 'batch-missing' },
    ...failures.map((failure): Stop => ({ ...paused, because: 'failure', part: 0, failure, ids })),
  ];
}

/** Asserts what is read out of a text that is a record with some changes. */
function assertIs(expected: string, changes: Record<string, unknown>): void {
  assert.equal(readRecord(JSON.stringify({ ...aRecord([planned]), ...changes })).is, expected);
}

/** Planned parts with these shares of the devices. */
function parts(...shares: readonly (readonly [first: number, count: number])[]): Record<string, unknown> {
  return { parts: shares.map(([first, count]) => ({ is: 'planned', first, count })) };
}

suite('a record on disk', () => {
  test('comes back as it was, in every state', () => {
    for (const record of records) {
      const stored = readRecord(recordText(record, asIs));
      assert.ok(stored.is === 'record');
      assert.deepEqual(JSON.parse(recordText(stored.record, asIs)), JSON.parse(recordText(record, asIs)));
    }
  });

  test('holds no product key, wherever the service repeated it', () => {
    for (const record of records) {
      const text = recordText(record, words => words.replaceAll('PKEY', '[redacted]'));
      assert.equal(text.includes('PKEY'), false);
    }
  });

  test('has the words of an answer redacted once, however often they were said and are written', () => {
    const said: string[] = [];
    const texts = new RecordTexts(words => (said.push(words), words));
    const failed = {
      is: 'failed',
      matchedBy: 'position',
      error: { code: '808', description: 'Belongs to PKEY' },
    } as const;
    const answered = withJob({
      is: 'ended',
      trackingId,
      outcome: { ...outcome, devices: [failed, failed], unmatched: [] },
    });
    const record = aRecord([answered, planned]);

    texts.of(record);
    texts.of(changePart(record, 1, () => sending));
    assert.deepEqual(said, ['808', 'Belongs to PKEY']);
  });

  test('of a later format is left alone', () => assertIs('from-the-future', { format: 2, parts: 'of another shape' }));

  test('is damaged if it is anything else', () => {
    assert.deepEqual(readRecord(''), { is: 'damaged' });
    assert.deepEqual(readRecord('{"format":1'), { is: 'damaged' });
    assert.deepEqual(readRecord('null'), { is: 'damaged' });
    assertIs('damaged', { format: 0 });
    assertIs('damaged', { customer: { id: '../other' } });
    assertIs('damaged', { account: { cloud: 'public', base: 'nowhere' } });
    assertIs('damaged', { stop: { is: 'paused', at: 1, because: 'of something' } });
    assertIs('damaged', {
      parts: [
        {
          is: 'accepted',
          first: 0,
          count: 2,
          acceptedAt: 0,
          job: { is: 'watched', trackingId: '/..', watchedSince: 0 },
        },
      ],
    });
  });

  test('is damaged if its parts would send a device twice or never', () => {
    assertIs('record', parts([0, 1], [1, 1]));
    assertIs('damaged', parts([0, 1]));
    assertIs('damaged', parts([0, 2], [1, 1]));
    assertIs('damaged', parts([1, 1], [0, 1]));
    assertIs('damaged', parts([0, 2], [2, 0]));
    assertIs('damaged', parts());
  });

  test('is read without an error, whatever becomes of its text', () => {
    const random = new Random(5);
    for (let round = 0; round < rounds(1000); round++) {
      const text = mutateText(recordText(random.pick(records), asIs), random);
      assert.match(readRecord(text).is, /^(record|damaged|from-the-future)$/);
    }
  });
});
