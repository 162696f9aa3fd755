import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { uploadContent } from '../../../src/features/status/uploadContent.ts';
import type { UploadView } from '../../../src/uploads/uploads.ts';
import type { Fact, StatusContent } from '../../../src/webview/protocol.ts';
import {
  already,
  anUpload,
  customerId,
  endedPart,
  failed,
  registered,
  trackingId,
  unanswered,
  uploadId,
  waiting,
  watchedPart,
} from './anUpload.ts';

const link = `https://api.partnercenter.microsoft.com/v1/customers/${customerId}/batchJobStatus/${trackingId}`;
const before = { readAt: 0, listed: 0 };

function contentOf(view: UploadView): StatusContent {
  return uploadContent(view, { models: undefined, lookedAt: undefined });
}

function actionsOf(view: UploadView): StatusContent['actions'] {
  return contentOf(view).actions;
}

/** An upload whose only job nobody watches any more. */
function anUnwatchedUpload(because: 'not-found' | 'too-long'): UploadView {
  const job = { is: 'unwatched', because, trackingId } as const;
  return anUpload([{ first: 0, count: 1, is: 'accepted', acceptedAt: 0, job }]);
}

function factTexts(facts: readonly Fact[]): readonly string[] {
  return facts.map(fact => `${fact.label}: ${fact.is === 'time' ? new Date(fact.at).toISOString() : fact.text}`);
}

function noticeTexts(view: UploadView): readonly string[] {
  return contentOf(view).notices.map(({ kind, text, lines, action }) =>
    [`${kind}: ${text}`, ...lines, ...(action === undefined ? [] : [`[${action.label}]`])].join(' | '),
  );
}

suite('the page of an upload', () => {
  test('says what, for whom and when', () => {
    const { title, facts } = uploadContent(anUpload([endedPart([registered])]), {
      models: undefined,
      lookedAt: Date.UTC(2026, 2, 5, 15),
    });
    assert.equal(title, 'Sales laptops');
    assert.deepEqual(factTexts(facts), [
      'Customer: Contoso Ltd (contoso.onmicrosoft.com)',
      'Uploaded: 2026-03-05T14:30:00.000Z',
      'Account: kim@fabrikam.example',
      'Manifest: Sales laptops.devicebatch.json',
      'Last answer: 2026-03-05T15:00:00.000Z',
    ]);
  });

  test('names a customer by its id where its name is not known', () => {
    const [fact] = contentOf(anUpload([endedPart([registered])], { customer: { id: customerId } })).facts;
    assert.deepEqual(fact, { label: 'Customer', is: 'code', text: customerId });
  });

  test('has ids, state, times and link among its details', () => {
    const outcome = {
      state: 'finished',
      devices: [registered],
      unmatched: [],
      startedAt: 0,
      completedAt: 1000,
    } as const;
    assert.deepEqual(factTexts(contentOf(anUpload([endedPart([registered], { outcome })])).details), [
      `Customer ID: ${customerId}`,
      'Batch: Created by this upload',
      'Partner Center: https://api.partnercenter.microsoft.com',
      'State: Finished',
      'Started: 1970-01-01T00:00:00.000Z',
      'Completed: 1970-01-01T00:00:01.000Z',
      `Status link: ${link}`,
    ]);
  });

  test('lists devices by their numbers, with what is known of them', () => {
    const view = anUpload([endedPart([registered, registered, registered])], {
      devices: [{ serialNumber: 'PF-1' }, { hashSerialNumber: 'PF-2' }, {}],
    });
    const { devices } = uploadContent(view, { models: ['T14', undefined, 'L14'], lookedAt: undefined });
    assert.deepEqual(
      devices.map(({ number, serial, model }) => [number, serial, model]),
      [
        [1, 'PF-1', 'T14'],
        [2, 'PF-2', ''],
        [3, '', 'L14'],
      ],
    );
  });

  test('explains each failure once, in our words and in the service’s', () => {
    const other = failed('808', 'ZtdDeviceAssignedToOtherTenant');
    const { devices, explanations } = contentOf(anUpload([endedPart([other, failed('817'), other, already])]));
    assert.deepEqual(
      devices.map(({ explanation }) => explanation),
      [0, 1, 0, 2],
    );
    assert.deepEqual(explanations, [
      {
        wrong: 'The device is registered to another organization.',
        service: '808 ZtdDeviceAssignedToOtherTenant',
        next: 'Have the organization that owned the device deregister it. If nobody there can be found, Microsoft support can.',
      },
      {
        wrong: 'Nobody has documented what this answer means.',
        service: '817',
        next: 'Ask the support of Partner Center, with the support details of this upload.',
      },
      {
        wrong: 'The device is already registered to this customer. It keeps its earlier batch and group tag.',
        service: '806 ZtdDeviceAlreadyAssigned',
        next: '',
      },
    ]);
  });

  test('shows several parts, each with its link', () => {
    const { parts, details } = contentOf(
      anUpload([endedPart([registered, failed('802')]), { first: 2, count: 2, is: 'planned' }]),
    );
    assert.deepEqual(parts, [
      { devices: '1 to 2', state: 'Finished', result: 'Failed: 1, Registered: 1', link },
      { devices: '3 to 4', state: 'Not sent yet', result: 'Waiting: 2' },
    ]);
    assert.equal(
      details.some(({ is }) => is === 'link'),
      false,
    );
  });

  test('offers what can be done', () => {
    assert.deepEqual(actionsOf(anUpload([endedPart([registered])])), [
      'open-manifest',
      'show-answer',
      'copy-support-details',
    ]);
    assert.deepEqual(actionsOf(anUpload([watchedPart([failed('808'), waiting])])), [
      'refresh',
      'open-manifest',
      'retry-failed',
      'show-answer',
      'copy-support-details',
    ]);
    assert.deepEqual(actionsOf(anUpload([{ first: 0, count: 1, is: 'planned' }])), [
      'refresh',
      'open-manifest',
      'copy-support-details',
    ]);
  });
});

suite('what the user has to know about an upload', () => {
  test('nothing, while all goes well', () => {
    assert.deepEqual(noticeTexts(anUpload([watchedPart([waiting])])), []);
    assert.deepEqual(noticeTexts(anUpload([endedPart([failed('808')])], { isRunning: false })), []);
  });

  test('that the emulator registers nothing', () => {
    const account = { cloud: 'emulator', base: 'http://127.0.0.1:4000' } as const;
    assert.deepEqual(noticeTexts(anUpload([endedPart([registered])], { account })), [
      'information: This is the emulator: nothing is registered.',
    ]);
  });

  test('why this window cannot look', () => {
    const blockage = { failure: { reason: 'signed-out' }, ids: undefined } as const;
    assert.deepEqual(noticeTexts(anUpload([watchedPart([waiting])], { isRunning: false, blockage })), [
      'error: You are not signed in to Partner Center. | Sign in again. | [Look Again]',
    ]);
  });

  test('that it does not look', () => {
    assert.deepEqual(noticeTexts(anUpload([watchedPart([waiting])], { isRunning: false })), [
      'information: This window does not look at the upload at the moment. Another one may do so. | [Look Again]',
    ]);
  });

  test('that the upload waits for a decision', () => {
    const paused = anUpload([{ first: 0, count: 1, is: 'planned' }], {
      stop: { is: 'paused', at: 0, because: 'interrupted' },
    });
    const unknown = anUpload([{ first: 0, count: 1, is: 'unknown', requestId: 'r', sentAt: 0, before, lookUntil: 1 }]);
    assert.match(noticeTexts(paused).join('\n'), /^warning: The upload was interrupted\. .*\[Decide…\]$/);
    assert.match(noticeTexts(unknown).join('\n'), /^warning: An answer of Partner Center was lost.*\[Decide…\]$/);
  });

  test('that a job is known no more, or watched no more', () => {
    assert.match(
      noticeTexts(anUnwatchedUpload('not-found')).join('\n'),
      /^warning: Partner Center knows the job no longer\..*\[Look Again\]$/,
    );
    assert.match(
      noticeTexts(anUnwatchedUpload('too-long')).join('\n'),
      /^information: The job was still running after two days.*\[Look Again\]$/,
    );
    assert.equal(contentOf(anUnwatchedUpload('too-long')).headline, 'Still running: the device waits for its answer.');
  });

  test('which answers belong to no device for certain', () => {
    const unmatched = [
      { shown: { serialNumber: 'PF-9' }, verdict: { is: 'failed', error: { code: '808' } } },
      { shown: {}, verdict: { is: 'registered' } },
    ] as const;
    const outcome = { state: 'finished', devices: [unanswered, unanswered], unmatched } as const;
    assert.deepEqual(noticeTexts(anUpload([endedPart([unanswered, unanswered], { outcome })])), [
      'warning: Some answers are about devices of this upload, but it cannot be told about which: 2. | PF-9: Failed: 808. The device is registered to another organization. | Registered',
    ]);
  });
});

suite('foreign texts on the page', () => {
  const hostile = `a\nStatus: https://evil\u202E[x](command:evil)${'y'.repeat(10_000)}`;

  test('are plain and short wherever they stand', () => {
    const view = anUpload([endedPart([failed(hostile, hostile)])], {
      batch: { id: hostile, is: 'created' },
      customer: { id: customerId, companyName: hostile, domain: hostile },
      account: { cloud: 'public', base: 'https://api.partnercenter.microsoft.com', label: hostile },
      manifest: { uri: `file:///${encodeURIComponent(hostile)}`, digest: 'd' },
      devices: [{ serialNumber: hostile }],
      id: uploadId,
    });
    const content = uploadContent(view, { models: [hostile], lookedAt: undefined });
    const texts = textsIn(content).filter(text => text.includes('evil'));
    assert.equal(texts.length >= 7, true, `${texts.length}`);
    assert.deepEqual(
      texts.filter(text => /[\n\u202E]|\]\(/.test(text) || text.length > 450),
      [],
    );
  });
});

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
