import { suite, test } from 'node:test';

import { assertProblemsIn } from '../../support/problemsOf.ts';

suite('batch-id-blank', () => {
  const manifests = [
    '«{» "devices": [] }',
    '{ "batchId": «null» }',
    '{ "BatchId": «""» }',
    '{ "batchId": «" \\t\\u200B"» }',
    '{ "batchId": "b", "batchId": «null» }',
    '{ "batchId": null, "batchId": "b" }',
    '{ "batchId": 5 }',
    '[]',
  ];
  for (const marked of manifests) {
    test(marked, () => void assertProblemsIn('batch-id-blank', marked));
  }

  test('is not claimed where a slip may hide the batch id', () => {
    assertProblemsIn('batch-id-blank', '{ batchId": "b", "devices": [] }');
    assertProblemsIn('batch-id-blank', '{ "batchId": , "devices": [] }');
    assertProblemsIn('batch-id-blank', '«{» "devices": [{ serialNumber": "A" }] }');
  });
});
