import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { ApiError, type ServiceAnswer } from '../../../src/api/apiError.ts';
import type { JobReport } from '../../../src/core/upload/jobReport.ts';
import { jobContent, type JobReading } from '../../../src/features/status/jobContent.ts';
import type { PageContent, StatusContent } from '../../../src/webview/protocol.ts';
import { customerId, trackingId } from './anUpload.ts';

const job = { customerId, trackingId };
const ids = { requestId: 'r', correlationId: 'c' };

function reading(report: Partial<JobReport>, trouble?: unknown): JobReading & { readonly is: 'read' } {
  return {
    is: 'read',
    account: { cloud: 'public', base: 'https://api.partnercenter.microsoft.com' },
    status: { report: { devices: [], ...report }, json: '{}', ids },
    lookedAt: 0,
    trouble,
  };
}

function contentOf(report: Partial<JobReport>, trouble?: unknown): StatusContent {
  const content = jobContent(job, reading(report, trouble));
  assert.equal(content.is, 'status');
  return content;
}

function idsIn({ facts }: PageContent): readonly string[] {
  return facts.flatMap(fact => (fact.is === 'code' ? fact.text : []));
}

const notFound: ServiceAnswer = {
  is: 'answer',
  status: 404,
  code: undefined,
  text: 'Not Found',
  details: [],
  body: 'empty',
  retryAfterMs: undefined,
};

suite('the page of a job that is in no record', () => {
  test('shows both ids before anything is asked', () => {
    const content = jobContent(job, { is: 'unasked' });
    assert.deepEqual([content.is, idsIn(content), content.actions], ['unasked', [customerId, trackingId], []]);
  });

  test('shows them while it is asked for', () => {
    const content = jobContent(job, { is: 'asking' });
    assert.deepEqual([content.is, idsIn(content)], ['loading', [customerId, trackingId]]);
  });

  test('lists the devices as the service does, each judged by its own answer', () => {
    const { devices, headline, explanations } = contentOf({
      status: 'finished',
      devices: [
        { serialNumber: '1234567890', status: 'finished_with_errors', errorCode: '808', errorDescription: 'ZtdX' },
        { status: 'finished' },
        { serialNumber: 'S3', status: 'queued' },
      ],
    });
    assert.equal(headline, '1 of 3 devices failed. 1 got no answer.');
    assert.deepEqual(
      devices.map(({ number, serial, status }) => [number, serial, status]),
      [
        [1, '1234567890', 'failed'],
        [2, '', 'registered'],
        [3, 'S3', 'unanswered'],
      ],
    );
    assert.deepEqual(
      explanations.map(({ wrong }) => wrong),
      [
        'The device is registered to another organization.',
        'The job has ended without a word about what became of this device.',
      ],
    );
  });

  test('a job that runs waits', () => {
    const { devices, headline, mood } = contentOf({
      status: 'processing',
      devices: [{ serialNumber: 'S1', status: 'in-progress' }],
    });
    assert.deepEqual(
      [devices[0]?.status, headline, mood],
      ['waiting', 'Still running: the device waits for its answer.', 'running'],
    );
  });

  test('says the state in the service’s spelling too', () => {
    const { facts } = contentOf({ status: 'finished_with_errors', startedAt: 0 });
    assert.deepEqual(facts[2], { label: 'State', is: 'text', text: 'Finished with errors (finished_with_errors)' });
    assert.deepEqual(facts[3], { label: 'Started', is: 'time', at: 0 });
  });

  test('never shows a product key', () => {
    const content = contentOf({
      status: 'finished',
      devices: [{ productKey: '00329-00000-0003-AA606', status: 'finished' }],
    });
    assert.doesNotMatch(JSON.stringify(content), /AA606/);
  });

  test('keeps what is known when a later look fails', () => {
    const { devices, notices } = contentOf(
      { status: 'processing', devices: [{ serialNumber: 'S1' }] },
      new ApiError({ reason: 'unreachable', fault: 'dns' }, undefined),
    );
    assert.equal(devices.length, 1);
    assert.deepEqual(
      notices.map(({ kind, action }) => [kind, action?.does]),
      [
        ['error', 'refresh'],
        ['information', undefined],
      ],
    );
  });

  test('says that the service knows no such job', () => {
    const content = jobContent(job, {
      is: 'failed',
      error: new ApiError({ reason: 'not-found', answer: notFound }, ids),
    });
    assert.equal(
      content.is === 'failed' && content.notice.text,
      'Partner Center knows no such job, or knows it no longer.',
    );
    assert.deepEqual(content.actions, ['copy-support-details']);
  });

  test('says what else failed', () => {
    const content = jobContent(job, { is: 'failed', error: new ApiError({ reason: 'signed-out' }, undefined) });
    assert.equal(content.is === 'failed' && content.notice.text, 'You are not signed in to Partner Center.');
  });
});
