import { suite, test } from 'node:test';

import { hardwareHash } from '../../../support/hashBuilder.ts';
import { assertFix } from '../../../support/assertFix.ts';

const hash = `"${hardwareHash({ serialNumber: '5CG1111AAA', productKeyId: '3305412345678' })}"`;

const manifestOf = (device: string): string => `{ "batchId": "B", "devices": [${device}] }`;

suite('the typed value is kept without the hash', () => {
  test('where the product key is an identity', () =>
    assertFix(
      'remove-hash',
      manifestOf(`{ "hardwareHash": ${hash}, "productKey": "3305487654321" }`),
      manifestOf('{ "productKey": "3305487654321" }'),
    ));
  test('where serial number, maker and model are one', () =>
    assertFix(
      'remove-hash',
      manifestOf(`{
        "serialNumber": "5CG2222BBB", // on the label
        "oemManufacturerName": "Contoso",
        "modelName": "Contoso Book 14",
        "hardwareHash": ${hash}
      }`),
      manifestOf(`{
        "serialNumber": "5CG2222BBB", // on the label
        "oemManufacturerName": "Contoso",
        "modelName": "Contoso Book 14"
      }`),
    ));

  test('but not where the hash is the only identity', () =>
    assertFix(
      'remove-hash',
      manifestOf(`{ "serialNumber": "5CG2222BBB", "modelName": "Book", "hardwareHash": ${hash} }`),
    ));
  test('and not for a maker or a model alone', () =>
    assertFix(
      'remove-hash',
      manifestOf(`{ "productKey": "3305412345678", "modelName": "Book", "hardwareHash": ${hash} }`),
    ));
  test('and not where there are two', () =>
    assertFix(
      'remove-hash',
      manifestOf(`{ "productKey": "3305487654321", "hardwareHash": ${hash}, "HardwareHash": ${hash} }`),
    ));
});
