import { suite, test } from 'node:test';

import { assertFix, assertNoFix } from '../../../support/assertFix.ts';

function manifest(batchId: string): string {
  return `{ "batchId": "${batchId}", "devices": [{ "productKey": "3305412345678" }] }`;
}

suite('the fix trim-batch-id', () => {
  test('removes the blanks around it and nothing else', () => {
    assertFix('trim-batch-id', manifest(' Büro  \\"Köln\\"\\t\\u200B'), manifest('Büro  \\"Köln\\"'));
  });

  test('is not offered for other faults', () => assertNoFix('trim-batch-id', manifest('a/b')));
});
