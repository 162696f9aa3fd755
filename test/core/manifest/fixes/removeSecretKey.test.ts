import { suite, test } from 'node:test';

import { assertFix, assertNoFix } from '../../../support/assertFix.ts';
import { manifestOf } from '../../../support/problemsOf.ts';

const secret = '"productKey": "BCDFG-HJKMN-PQRTV-WXY23-46789"';
const tuple = '"serialNumber": "A1", "oemManufacturerName": "Contoso", "modelName": "M"';

suite('The fix remove-secret-key', () => {
  test('removes the key beside a hash, or beside serial number, maker and model', () => {
    assertFix(
      'remove-secret-key',
      manifestOf(`{ ${secret}, "hardwareHash": "DummyHash123" }`),
      manifestOf('{ "hardwareHash": "DummyHash123" }'),
    );
    assertFix('remove-secret-key', manifestOf(`{ ${tuple}, ${secret} }`), manifestOf(`{ ${tuple} }`));
  });

  test('leaves the only identity of a device', () => {
    assertNoFix(
      'remove-secret-key',
      manifestOf(`{ ${secret}, "serialNumber": "A1", "oemManufacturerName": "Contoso" }`),
    );
  });

  test('leaves what is no secret', () => {
    assertNoFix('remove-secret-key', manifestOf(`{ ${tuple}, "productKey": "00330-80000-00000-AAOEM" }`));
    assertNoFix('remove-secret-key', manifestOf(`{ ${tuple}, "productKey": "3308000000000" }`));
  });
});
