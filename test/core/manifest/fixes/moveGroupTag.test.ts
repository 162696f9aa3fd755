import { suite, test } from 'node:test';

import { assertFix, assertFixAll, assertNoFix } from '../../../support/assertFix.ts';

const key = '"productKey": "3305412345678"';

function manifest(root: string, ...devices: readonly string[]): string {
  return `{ ${root}"devices": [${devices.join(', ')}] }`;
}

suite('the fix move-group-tag', () => {
  test('makes the tag of a device the batch id', () => {
    assertFix(
      'move-group-tag',
      manifest('', `{ ${key}, "groupTag": " Sales " }`),
      `{ "batchId": "Sales", "devices": [{ ${key} }] }`,
    );
    assertFix(
      'move-group-tag',
      `{\n  // comment\n  "Devices": [\n    { "OrderId": "A \\"1\\"", ${key} }\n  ]\n}`,
      `{\n  // comment\n  "BatchId": "A \\"1\\"",\n  "Devices": [\n    { ${key} }\n  ]\n}`,
    );
  });

  test('makes the tag of the batch its id', () => {
    assertFix(
      'move-group-tag',
      manifest('"groupTag" : "Sales", ', `{ ${key} }`),
      manifest('"batchId": "Sales", ', `{ ${key} }`),
    );
  });

  test('fills in an absent batch id', () => {
    assertFix(
      'move-group-tag',
      manifest('"batchId": null, ', `{ "groupTag": "Sales", ${key} }`),
      manifest('"batchId": "Sales", ', `{ ${key} }`),
    );
  });

  test('removes a tag that is the batch id', () => {
    assertFix(
      'move-group-tag',
      manifest('"batchId": " Sales", ', `{ "groupTag": "Sales ", ${key} }`),
      manifest('"batchId": " Sales", ', `{ ${key} }`),
    );
  });

  test('moves one tag of many devices at once, and leaves others where they are', () => {
    assertFixAll(
      'move-group-tag',
      manifest('', `{ "groupTag": "Sales", ${key} }`, '{ "groupTag": "Service" }', '{ "groupTag": "Sales" }'),
      `{ "batchId": "Sales", "devices": [{ ${key} }, { "groupTag": "Service" }, { }] }`,
    );
  });

  test('is not offered where there is another batch id, or an own tag of the batch', () => {
    assertNoFix('move-group-tag', manifest('"batchId": "Service", ', `{ "groupTag": "Sales", ${key} }`));
    assertNoFix('move-group-tag', manifest('"batchId": 5, ', `{ "groupTag": "Sales", ${key} }`));
    assertFix(
      'move-group-tag',
      manifest('"groupTag": "A", ', `{ "groupTag": "B", ${key} }`),
      manifest('"batchId": "A", ', `{ "groupTag": "B", ${key} }`),
    );
  });

  test('is not offered while a slip may hide the batch id', () => {
    assertNoFix('move-group-tag', `{ batchId": "b", "devices": [{ "groupTag": "Sales", ${key} }] }`);
  });
});

suite('the fix remove-group-tag', () => {
  test('removes a tag that cannot become the batch id', () => {
    assertFix(
      'remove-group-tag',
      manifest('"batchId": "Service", ', `{ "groupTag": "Sales", ${key} }`, `{ ${key}, "orderId": 7 }`),
      manifest('"batchId": "Service", ', `{ ${key} }`, `{ ${key}, "orderId": 7 }`),
      manifest('"batchId": "Service", ', `{ "groupTag": "Sales", ${key} }`, `{ ${key} }`),
    );
  });

  test('is not offered where the tag can move', () => {
    assertNoFix('remove-group-tag', manifest('', `{ "groupTag": "Sales", ${key} }`));
  });
});
