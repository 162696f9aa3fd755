import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { type Look, nextStep } from '../../src/uploads/nextStep.ts';
import type { UploadRecord } from '../../src/uploads/uploadRecord.ts';
import { accepted, aRecord, cancelled, planned, sending, trackingId, unknown, withJob } from './aRecord.ts';

const hour = 60 * 60 * 1000;

/** Asserts the next step at `now` with a first look after five seconds: `send 1`, `wait 5000`, `rest`. */
function assertStep(
  record: UploadRecord,
  expected: string,
  now = 0,
  looks: readonly [number | 'batch', Look][] = [],
): void {
  const step = nextStep(record, new Map(looks), now, 5);
  assert.equal(Object.values(step).join(' '), expected);
}

suite('nextStep', () => {
  test('reads the batch before the first part that is not sent', () =>
    assertStep(aRecord([planned, planned]), 'read-batch 0'));

  test('sends what is written down as being sent', () => assertStep(aRecord([accepted, sending, planned]), 'send 1'));

  test('sends before it looks', () => assertStep(aRecord([accepted, planned]), 'read-batch 1', hour));

  test('looks while sending has to wait', () => {
    const looks: [number | 'batch', Look][] = [['batch', { looks: 1, dueAt: 9000 }]];
    assertStep(aRecord([accepted, planned]), 'wait 5000', 0, looks);
    assertStep(aRecord([accepted, planned]), 'ask 0', 5000, looks);
  });

  test('sends nothing while a part is unknown', () => {
    const record = aRecord([unknown, planned]);
    assertStep(record, 'wait 5000');
    assertStep(record, 'look 0', 5000);
  });

  test('stops looking for an unknown part at its time', () => {
    const looks: [number, Look][] = [[0, { looks: 9, dueAt: 60_001 }]];
    assertStep(aRecord([{ ...unknown, lookUntil: 60_001 }]), 'wait 60001', 60_000, looks);
    assertStep(aRecord([unknown]), 'rest', 60_000, looks);
  });

  test('sends nothing while it is stopped, and still asks for jobs', () => {
    const stop = { is: 'paused', at: 0, because: 'interrupted' } as const;
    assertStep(aRecord([accepted, planned], { stop }), 'ask 0', 5000);
    assertStep(aRecord([planned], { stop }), 'rest');
  });

  test('asks first for what is due first', () =>
    assertStep(aRecord([accepted, accepted]), 'ask 1', 9000, [
      [0, { looks: 2, dueAt: 8000 }],
      [2, { looks: 2, dueAt: 7000 }],
    ]));

  test('ends the watch of a job after two days', () => {
    assertStep(aRecord([accepted]), 'end-watch 0', 48 * hour, [[0, { looks: 300, dueAt: 48 * hour }]]);
    assertStep(aRecord([accepted]), `wait ${48 * hour}`, 47.9 * hour, [[0, { looks: 300, dueAt: 48.1 * hour }]]);
  });

  test('rests when nothing more will come', () =>
    assertStep(aRecord([withJob({ is: 'ended', trackingId }), cancelled]), 'rest'));
});
