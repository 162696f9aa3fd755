import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { sentWords, unknownWords, wasSent } from '../../../src/features/upload/outcomeWords.ts';
import { phaseOf } from '../../../src/uploads/uploadPhase.ts';
import type { PartState, UploadRecord } from '../../../src/uploads/uploadRecord.ts';
import type { UploadView } from '../../../src/uploads/uploads.ts';
import { aRecord, accepted, cancelled, left, planned, unknown, withJob } from '../../uploads/aRecord.ts';

const untracked = withJob({ is: 'untracked', because: 'no-link' });
const emulator: Partial<UploadRecord> = { account: { cloud: 'emulator', base: 'http://127.0.0.1:4321' } };

/** Asserts what is said of an upload with parts of two devices each in these states. */
function assertSaid(states: readonly PartState[], sentence: string, changes: Partial<UploadRecord> = {}): void {
  assert.equal(sentWords(aRecord(states, changes)), sentence);
}

suite('sentWords', () => {
  test('all were accepted', () => assertSaid([accepted, accepted], 'Partner Center accepted 4 devices for Contoso.'));

  test('one was accepted', () => {
    const record = aRecord([accepted], { devices: [{}], parts: [{ ...accepted, first: 0, count: 1 }] });
    assert.equal(sentWords(record), 'Partner Center accepted 1 device for Contoso.');
  });

  test('the emulator accepted them', () =>
    assertSaid([accepted], 'The emulator accepted 2 devices for Contoso. Nothing is registered.', emulator));

  test('accepted without a link', () =>
    assertSaid(
      [untracked],
      'The upload to Contoso was accepted, but there is no link to its status. Look at the batch "Test batch" in Partner Center.',
    ));

  test('cancelled before anything was sent', () =>
    assertSaid([cancelled, cancelled], 'The upload was cancelled before anything was sent.'));

  test('cancelled between parts', () =>
    assertSaid(
      [accepted, cancelled, cancelled],
      'The upload was cancelled. 2 of 6 devices had been sent to Contoso, and that is not undone.',
    ));

  test('cancelled after a part that nobody knows about', () =>
    assertSaid(
      [left, cancelled],
      'The upload was cancelled. 2 of 4 devices had been sent to Contoso, and that is not undone.',
    ));

  test('some were left unknown', () =>
    assertSaid([accepted, left], 'It is not known whether 2 of the 4 devices for Contoso were accepted.'));
});

suite('unknownWords', () => {
  const record = aRecord([accepted, unknown]);
  const view: UploadView = { record, phase: phaseOf(record), isRunning: true, blockage: undefined };

  test('while the batch is looked at', () => assert.match(unknownWords(view, [1]), /^The answer got lost.* 2 devices/));
  test('once it was looked at for long enough', () =>
    assert.match(unknownWords({ ...view, isRunning: false }, [1]), /^It is still not known whether 2 devices/));
  test('where it cannot be looked at', () => {
    const blockage = { failure: { reason: 'signed-out' }, ids: undefined } as const;
    assert.match(
      unknownWords({ ...view, isRunning: false, blockage }, [1]),
      /cannot be looked at\. You are not signed in to Partner Center\.$/,
    );
  });
});

suite('wasSent', () => {
  test('what may have arrived counts', () => assert.ok(wasSent(aRecord([planned, unknown]))));
  test('what was never sent does not', () => assert.ok(!wasSent(aRecord([planned, cancelled]))));
});
