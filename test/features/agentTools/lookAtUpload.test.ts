import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { JobAddress } from '../../../src/api/statusLink.ts';
import { lookAtUpload } from '../../../src/features/agentTools/lookAtUpload.ts';
import { uploadCountsOf } from '../../../src/uploads/uploadCounts.ts';
import type { UploadRecord } from '../../../src/uploads/uploadRecord.ts';
import { anUpload, customerId, endedPart, registered, trackingId, waiting, watchedPart } from '../status/anUpload.ts';

/** What a look makes of the record, and what it asked for, where the service says that S1 is registered. */
async function look(record: UploadRecord) {
  const asked: JobAddress[] = [];
  const client = {
    jobStatus: async (job: JobAddress) => {
      asked.push(job);
      const report = { status: 'finished', devices: [{ serialNumber: 'S1', status: 'finished' }] };
      return { report, json: '', ids: { requestId: '', correlationId: '' } };
    },
  };
  const looked = await lookAtUpload(record, { client, now: () => 0 }, new AbortController().signal);
  return { looked, asked };
}

suite('a look at an upload for an assistant', () => {
  test('reads what is still open', async () => {
    const { record } = anUpload([watchedPart([waiting]), { ...endedPart([registered]), first: 1 }]);
    const { looked, asked } = await look(record);
    assert.deepEqual(asked, [{ customerId, trackingId }]);
    assert.equal(uploadCountsOf(looked).registered, 2);
    assert.equal(uploadCountsOf(record).registered, 1);
  });

  test('asks nothing where nothing is open', async () => {
    const { record } = anUpload([endedPart([registered]), { first: 1, count: 1, is: 'planned' }]);
    const { looked, asked } = await look(record);
    assert.deepEqual([looked, asked], [record, []]);
  });

  test('makes 20 requests at most', async () => {
    const parts = Array.from({ length: 30 }, (_, first) => ({ ...watchedPart([waiting]), first }));
    assert.equal((await look(anUpload(parts).record)).asked.length, 20);
  });
});
