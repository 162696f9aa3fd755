import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { abilitiesOf } from '../../../src/features/uploadsView/uploadAbilities.ts';
import type { Part, Stop } from '../../../src/uploads/uploadRecord.ts';
import { anUpload, endedPart, failed, registered, trackingId, waiting, watchedPart } from '../status/anUpload.ts';

interface Upload {
  readonly parts: readonly Part[];
  readonly isRunning?: boolean;
  readonly stop?: Stop;
}

function expect(abilities: string, { parts, isRunning = false, stop }: Upload): void {
  assert.equal(abilitiesOf(anUpload(parts, { isRunning, stop })).join(' '), abilities);
}

const planned: Part = { first: 1, count: 1, is: 'planned' };
const attempt = { first: 0, count: 1, requestId: 'r1', sentAt: 0, before: { readAt: 0, listed: 0 } } as const;

suite('what can be done about an upload', () => {
  test('that is over', () => {
    expect('link', { parts: [endedPart([registered])] });
    expect('retry link', { parts: [endedPart([failed('808')])] });
    expect('', {
      parts: [
        { ...endedPart([registered]), is: 'accepted', acceptedAt: 0, job: { is: 'untracked', because: 'no-link' } },
      ],
    });
  });

  test('that is watched, here or by nobody', () => {
    expect('link', { parts: [watchedPart([waiting])], isRunning: true });
    expect('resume link', { parts: [watchedPart([waiting])] });
  });

  test('that is not watched any more', () => {
    const job = { is: 'unwatched', because: 'too-long', trackingId } as const;
    expect('resume link', { parts: [{ first: 0, count: 1, is: 'accepted', acceptedAt: 0, job }] });
  });

  test('that is being sent, here or by nobody', () => {
    expect('cancel link', { parts: [endedPart([registered]), planned], isRunning: true });
    expect('unsent resume cancel link', { parts: [endedPart([registered]), planned] });
  });

  test('that waits', () => {
    const stop: Stop = { is: 'paused', at: 0, because: 'interrupted' };
    expect('unsent resume cancel link', { parts: [endedPart([registered]), planned], stop });
    expect('resume', { parts: [{ ...attempt, is: 'unknown', lookUntil: 0 }], isRunning: true });
  });

  test('that was cancelled', () => {
    const parts: readonly Part[] = [endedPart([registered]), { first: 1, count: 1, is: 'cancelled' }];
    expect('unsent link', { parts, stop: { is: 'cancelled', at: 0 } });
    expect('link', {
      parts: [watchedPart([waiting]), { ...attempt, first: 1, is: 'sending' }],
      isRunning: true,
      stop: { is: 'cancelled', at: 0 },
    });
  });
});
