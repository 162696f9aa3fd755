import { suite, test } from 'node:test';

import { assertFix, assertNoFix } from '../../../support/assertFix.ts';
import { manifestOf } from '../../../support/problemsOf.ts';

suite('the fix quote-value', () => {
  test('quotes what is written, digit for digit', () => {
    assertFix(
      'quote-value',
      manifestOf('{ "productKey": 3305412345678, "modelName": true }'),
      manifestOf('{ "productKey": "3305412345678", "modelName": true }'),
      manifestOf('{ "productKey": 3305412345678, "modelName": "true" }'),
    );
    assertFix(
      'quote-value',
      '{ "batchId": 1.50e+3, "devices": [{ "productKey": "3305412345678" }] }',
      '{ "batchId": "1.50e+3", "devices": [{ "productKey": "3305412345678" }] }',
    );
  });

  test('is not offered where no text belongs', () => {
    assertNoFix('quote-value', manifestOf('{ "modelName": [], "policies": 5 }', '7'));
  });
});
