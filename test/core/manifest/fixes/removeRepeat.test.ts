import { suite, test } from 'node:test';

import { assertFix, assertFixAll, assertNoFix } from '../../../support/assertFix.ts';
import { manifestOf } from '../../../support/problemsOf.ts';

suite('the fix remove-repeat', () => {
  test('removes what only repeats the one before', () => {
    assertFix(
      'remove-repeat',
      manifestOf('{ "productKey": "3305412345678", "ProductKey": "3305412345678", "id": 1 }'),
      manifestOf('{ "productKey": "3305412345678", "id": 1 }'),
    );
  });

  test('does so at the root and in policies', () => {
    assertFixAll(
      'remove-repeat',
      '{ "batchId": "b", "batchId": "b", "devices": [{ "productKey": "3305412345678", "policies": [{ "key": "none", "Key": "none", "value": "v" }] }] }',
      '{ "batchId": "b", "devices": [{ "productKey": "3305412345678", "policies": [{ "key": "none", "value": "v" }] }] }',
    );
  });

  test('is not offered where the values differ, even if an earlier one is the same', () => {
    assertNoFix('remove-repeat', manifestOf('{ "id": 1, "id": 2, "id": 1, "productKey": "3305412345678" }'));
  });
});
