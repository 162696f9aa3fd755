import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { UploadDevice } from '../../src/core/upload/uploadDevice.ts';
import { devicePrint } from '../../src/uploads/devicePrint.ts';
import { sha256 } from '../support/sha256.ts';

const device: UploadDevice = {
  serialNumber: 'S1',
  productKey: '3305123456789',
  policies: [{ key: 'o_o_b_e', value: 'P1' }],
};

function printOf(changes: UploadDevice): string {
  return devicePrint({ ...device, ...changes }, sha256);
}

suite('devicePrint', () => {
  test('is the same for the same device', () => assert.equal(printOf({}), printOf({ serialNumber: 'S1' })));

  test('has too few bits to give a product key away', () => assert.match(printOf({}), /^[0-9a-f]{8}$/));

  const changes: readonly UploadDevice[] = [
    { serialNumber: 's1' },
    { serialNumber: 'S1 ' },
    { productKey: '3305123456780' },
    { hardwareHash: 'T0E=' },
    { oemManufacturerName: 'Contoso' },
    { modelName: 'M1' },
    { policies: [{ key: 'o_o_b_e', value: 'P2' }] },
  ];
  for (const change of changes) {
    test(`changes with ${JSON.stringify(change)}`, () => assert.notEqual(printOf(change), printOf({})));
  }
});
