import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { newManifestText } from '../../../src/core/csv/newManifestText.ts';

suite('new manifest', () => {
  test('holds batch and devices, their properties in the documented order', () => {
    assert.equal(
      newManifestText({ batchId: 'Büro "1"', devices: [{ hardwareHash: 'T0G', serialNumber: 'A1' }] }),
      `{
  "batchId": "Büro \\"1\\"",
  "devices": [
    {
      "serialNumber": "A1",
      "hardwareHash": "T0G"
    }
  ]
}
`,
    );
  });

  test('names the customer if it is known, and may have no devices', () => {
    assert.deepEqual(JSON.parse(newManifestText({ batchId: 'B', customerId: 'c', devices: [] })), {
      customerId: 'c',
      batchId: 'B',
      devices: [],
    });
  });
});
