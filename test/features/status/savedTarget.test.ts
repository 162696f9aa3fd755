import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { readSavedTarget } from '../../../src/features/status/savedTarget.ts';
import { customerId, trackingId, uploadId } from './anUpload.ts';

const job = { is: 'job', customerId, trackingId };

suite('what a page showed before a reload', () => {
  test('an upload', () => {
    const target = { is: 'upload', id: uploadId };
    assert.deepEqual(readSavedTarget({ target, look: {} }), target);
  });

  test('a job', () => assert.deepEqual(readSavedTarget({ target: job }), job));

  for (const [what, state] of [
    ['nothing', undefined],
    ['no target', {}],
    ['another kind', { target: { ...job, is: 'url' } }],
    ['an id that is no GUID', { target: { is: 'upload', id: '../../secret' } }],
    ['a customer that is no GUID', { target: { ...job, customerId: 'contoso' } }],
    ['no tracking id', { target: { is: 'job', customerId } }],
    ['an inherited target', Object.create({ target: job })],
  ] as const) {
    test(`${what} is not read`, () => assert.equal(readSavedTarget(state), undefined));
  }

  test('brings nothing else along', () => assert.deepEqual(readSavedTarget({ target: { ...job, asked: true } }), job));
});
