import { suite, test } from 'node:test';

import { assertFix, assertFixAll, assertNoFix } from '../../../support/assertFix.ts';
import { manifestOf } from '../../../support/problemsOf.ts';

suite('the fix rename-property', () => {
  test('gives the name that is meant, in camelCase', () => {
    assertFix(
      'rename-property',
      manifestOf('{ "ProductKey": "3305412345678", "SERIALNUMBER" : "A" /* lid */ }'),
      manifestOf('{ "ProductKey": "3305412345678", "serialNumber" : "A" /* lid */ }'),
    );
  });

  test('does so for all at once', () => {
    assertFixAll(
      'rename-property',
      manifestOf('{ "serial": "A", "product_key": "3305412345678" }', '{ "PRODUCTKEY": "3305412345679" }'),
      manifestOf('{ "serialNumber": "A", "productKey": "3305412345678" }', '{ "productKey": "3305412345679" }'),
    );
  });

  test('is offered once where two names mean the same', () => {
    assertFix(
      'rename-property',
      manifestOf('{ "serial": "A", "SERIALNUMBER": "B", "productKey": "3305412345678" }'),
      manifestOf('{ "serialNumber": "A", "SERIALNUMBER": "B", "productKey": "3305412345678" }'),
    );
  });

  test('is not offered where the object has that name, or where none is near', () => {
    assertNoFix(
      'rename-property',
      manifestOf('{ "serial": "A", "SerialNumber": "B", "colour": "red", "productKey": "1" }'),
    );
  });
});
