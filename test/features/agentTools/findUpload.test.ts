import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { findUpload } from '../../../src/features/agentTools/findUpload.ts';
import { anUpload, endedPart, registered, trackingId, uploadId } from '../status/anUpload.ts';

const latest = anUpload([{ first: 0, count: 1, is: 'planned' }], {
  id: '00000000-0000-4000-8000-000000000002',
  batch: { id: 'Other', is: 'to-create' },
});
const earlier = anUpload([endedPart([registered])]);

suite('an upload that an assistant names', () => {
  for (const [by, given, found] of [
    ['nothing', '', latest],
    ['its id', uploadId, earlier],
    ['its tracking id', trackingId.toUpperCase(), earlier],
    ['its batch, case aside', 'sales LAPTOPS', earlier],
  ] as const) {
    test(`is found by ${by}`, () => assert.equal(findUpload([latest, earlier], given), found));
  }

  test('must be one of the workspace', () => {
    assert.throws(() => findUpload([], ''), /^Error: Nothing was uploaded from this workspace\.$/);
    assert.throws(() => findUpload([latest], trackingId), /^Error: No such upload was made from this workspace\.$/);
  });
});
