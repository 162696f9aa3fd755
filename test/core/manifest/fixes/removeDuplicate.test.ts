import { suite, test } from 'node:test';

import { assertFix, assertFixAll, assertNoFix } from '../../../support/assertFix.ts';
import { manifestOf } from '../../../support/problemsOf.ts';

const hash = '"hardwareHash": "DummyHash123"';
const other = '{ "productKey": "3305412345678" }';

suite('The fix remove-duplicate', () => {
  test('removes the later device of the same hash', () => {
    assertFix(
      'remove-duplicate',
      manifestOf(`{ ${hash}, "serialNumber": "A1" }`, `{ ${hash} }`, other),
      manifestOf(`{ ${hash}, "serialNumber": "A1" }`, other),
    );
    assertFix(
      'remove-duplicate',
      manifestOf(
        `{ ${hash}, "modelName": "M" }`,
        `{ "modelName": " M", ${hash}, "serialNumber": null, "policies": [] }`,
      ),
      manifestOf(`{ ${hash}, "modelName": "M" }`),
    );
  });

  test('removes all of them at once', () => {
    assertFixAll(
      'remove-duplicate',
      manifestOf(`{ ${hash} }`, other, `{ ${hash} }`, `{ ${hash} }`),
      manifestOf(`{ ${hash} }`, other),
    );
  });

  test('keeps a device that says something else, or more', () => {
    assertNoFix(
      'remove-duplicate',
      manifestOf(
        `{ ${hash}, "serialNumber": "A1" }`,
        `{ ${hash}, "serialNumber": "A2" }`,
        `{ ${hash}, "modelName": "M" }`,
        `{ ${hash}, "serialNumber": 1 }`,
        `{ ${hash}, "policies": [{ "key": "o_o_b_e", "value": "x" }] }`,
      ),
    );
  });

  test('is for the same hash only', () => {
    assertNoFix('remove-duplicate', manifestOf(other, other));
  });
});
