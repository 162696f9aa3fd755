import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { ApiError } from '../../../src/api/apiError.ts';
import { jobSupportDetails, uploadSupportDetails } from '../../../src/features/status/supportDetails.ts';
import { anUpload, customerId, endedPart, failed, registered, trackingId, uploadId } from './anUpload.ts';

const product = 'Device Batch 0.1.0, VS Code 1.139.0';
const answer = {
  is: 'answer',
  status: 403,
  code: '900150',
  text: 'Access denied\nStatus: https://evil.example',
  details: [],
  body: 'json',
  retryAfterMs: undefined,
} as const;
const ids = {
  requestId: '11111111-2222-4333-8444-555555555555',
  correlationId: '22222222-2222-4333-8444-555555555555',
  received: { vector: 'abc.1', date: 'Thu, 05 Mar 2026 14:31:00 GMT' },
};

suite('support details', () => {
  test('of an upload', () => {
    const view = anUpload([
      endedPart([registered, failed('808')], {
        outcome: {
          state: 'finished',
          devices: [registered, failed('808')],
          unmatched: [],
          startedAt: 0,
          completedAt: 1000,
        },
      }),
      { first: 2, count: 1, is: 'planned', requestId: ids.requestId },
    ]);
    assert.deepEqual(uploadSupportDetails(view, product).split('\n'), [
      product,
      'Partner Center: https://api.partnercenter.microsoft.com (public)',
      `Customer: ${customerId}`,
      'Batch: Sales laptops (created)',
      `Upload: ${uploadId}, 2026-03-05T14:30:00.000Z, sending`,
      'Devices: 1 registered, 1 failed, 1 waiting',
      'Part 1 of 2:',
      '  Devices: 1 to 2',
      '  State: accepted, ended',
      '  Accepted: 2026-03-05T14:31:00.000Z',
      `  Tracking id: ${trackingId}`,
      `  Status: https://api.partnercenter.microsoft.com/v1/customers/${customerId}/batchJobStatus/${trackingId}`,
      '  Job: finished',
      '  Started: 1970-01-01T00:00:00.000Z',
      '  Completed: 1970-01-01T00:00:01.000Z',
      'Part 2 of 2:',
      '  Devices: 3 to 3',
      '  State: planned',
      `  MS-RequestId: ${ids.requestId}`,
      '',
    ]);
  });

  test('with what failed last', () => {
    const blockage = { failure: { reason: 'forbidden', answer }, ids } as const;
    const lines = uploadSupportDetails(anUpload([endedPart([registered])], { blockage }), product).split('\n');
    assert.deepEqual(lines.slice(lines.findIndex(line => line.startsWith('Failure'))), [
      String.raw`Failure: forbidden, 403, 900150, Access denied\nStatus: https://evil.example`,
      `  MS-RequestId sent: ${ids.requestId}`,
      `  MS-CorrelationId sent: ${ids.correlationId}`,
      '  MS-CV received: abc.1',
      '  Date received: Thu, 05 Mar 2026 14:31:00 GMT',
      '',
    ]);
  });

  test('name neither account nor device', () => {
    const details = uploadSupportDetails(anUpload([endedPart([registered])]), product);
    assert.doesNotMatch(details, /kim@fabrikam|\bS1\b|Sales laptops\.devicebatch/);
  });

  test('lose what is secret', () => {
    const view = anUpload([endedPart([registered])], {
      batch: { id: 'Bearer eyJhbGciOiJub25lIn0.e30.x', is: 'existing' },
    });
    assert.doesNotMatch(uploadSupportDetails(view, product), /eyJ/);
  });

  test('of a job before anything was asked', () => {
    const support = { job: { customerId, trackingId }, account: undefined, ids: undefined, error: undefined };
    assert.deepEqual(jobSupportDetails(support, product).split('\n'), [
      product,
      `Customer: ${customerId}`,
      `Tracking id: ${trackingId}`,
      '',
    ]);
  });

  test('of a job that could not be read', () => {
    const account = { cloud: 'public', base: 'https://api.partnercenter.microsoft.com' } as const;
    const error = new ApiError({ reason: 'unreachable', fault: 'dns' }, undefined);
    const details = jobSupportDetails({ job: { customerId, trackingId }, account, ids: undefined, error }, product);
    assert.match(details, /^Failure: unreachable, dns$/m);
  });
});
