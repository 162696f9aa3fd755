import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { nearestName } from '../../../src/core/manifest/nearestName.ts';
import { placeNames } from '../../../src/core/manifest/names.ts';

suite('the nearest name', () => {
  const cases: readonly (readonly [
    place: 'batch' | 'device' | 'policy',
    written: string,
    nearest: string | undefined,
  ])[] = [
    ['device', 'SERIALNUMBER', 'serialNumber'],
    ['device', 'serial_number', 'serialNumber'],
    ['device', ' attributes', 'attributes'],
    ['device', 'seralNumber', 'serialNumber'],
    ['device', 'serialNubmer', 'serialNumber'],
    ['device', 'hardwarHash', 'hardwareHash'],
    ['device', 'policys', 'policies'],
    ['device', 'Device Serial Number', 'serialNumber'],
    ['device', 'Windows Product ID', 'productKey'],
    ['device', 'Hardware Hash', 'hardwareHash'],
    ['device', 'hardwareIdentifier', 'hardwareHash'],
    ['device', 'Manufacturer', 'oemManufacturerName'],
    ['device', 'model', 'modelName'],
    ['batch', 'customer', 'customerId'],
    ['batch', 'device', 'devices'],
    ['batch', 'batchName', 'batchId'],
    ['policy', 'Policy ID', 'value'],
    ['policy', 'kye', undefined],
    ['device', 'colour', undefined],
    ['device', 'owner', undefined],
    ['device', '', undefined],
    ['device', 'constructor', undefined],
    ['device', 'x'.repeat(100_000), undefined],
  ];
  for (const [place, written, nearest] of cases) {
    const shown = written.length > 40 ? `${written.slice(0, 10)}…` : written;
    test(`of "${shown}" in a ${place} is ${nearest ?? 'none'}`, () =>
      assert.equal(nearestName(place, written), nearest));
  }

  test('of each name is itself', () => {
    for (const name of placeNames.device) assert.equal(nearestName('device', name), name);
  });
});
