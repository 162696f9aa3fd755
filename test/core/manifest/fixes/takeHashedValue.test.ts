import { suite, test } from 'node:test';

import { hardwareHash } from '../../../support/hashBuilder.ts';
import type { HashContents } from '../../../support/hashBuilder.ts';
import { assertFix } from '../../../support/assertFix.ts';

const contents = {
  serialNumber: '5CG1111AAA',
  manufacturer: 'Contoso "Europe"',
  model: 'Contoso Book 14',
  productKeyId: '3305412345678',
};

function manifestWith(property: string, more: Partial<HashContents> = {}): string {
  const hash = hardwareHash({ ...contents, ...more });
  return `{\n  "batchId": "B",\n  "devices": [{\n    ${property}, // typed\n    "hardwareHash": "${hash}"\n  }]\n}\n`;
}

function assertTaken(typed: string, taken: string): void {
  assertFix('take-hashed-value', manifestWith(typed), manifestWith(taken));
}

suite('the value inside the hash is taken', () => {
  test('for a serial number', () => assertTaken('"serialNumber": "5CG2222BBB"', '"serialNumber": "5CG1111AAA"'));
  test('for a product key', () => assertTaken('"productKey": "3305487654321"', '"productKey": "3305412345678"'));
  test('for a maker', () =>
    assertTaken('"OemManufacturerName" : "Fabrikam"', String.raw`"OemManufacturerName" : "Contoso \"Europe\""`));
  test('for a model', () => assertTaken('"modelName":"Book"', '"modelName":"Contoso Book 14"'));
});

suite('the value inside the hash is not taken', () => {
  test('where both are the same', () => assertFix('take-hashed-value', manifestWith('"serialNumber": "5CG1111AAA"')));
  test('where it is a placeholder', () =>
    assertFix('take-hashed-value', manifestWith('"serialNumber": "5CG2222BBB"', { serialNumber: 'None' })));
  test('where it is a generic product key', () =>
    assertFix('take-hashed-value', manifestWith('"productKey": "3305487654321"', { productKeyId: '3308000000000' })));
});
