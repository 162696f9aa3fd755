import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { productKeyKind } from '../../../src/core/rules/productKey.ts';
import type { ProductKeyKind } from '../../../src/core/rules/productKey.ts';

function assertKind(kind: ProductKeyKind, ...texts: readonly string[]): void {
  assert.deepEqual(
    texts.map(text => [text, productKeyKind(text)]),
    texts.map(text => [text, kind]),
  );
}

suite('The kind of a product key', () => {
  test('13 digits are a product key id', () => {
    assertKind('pkid', '3305412345678', '0000000000010', '3308999999999');
  });

  test('a product key id whose last nine digits are 9 or less is generic', () => {
    assertKind('generic-pkid', '3308000000000', '3290000000003', '3305000000009', '0000000000000');
  });

  test('five times five of the letters and digits of keys are a secret key, in any case, with or without dashes', () => {
    assertKind(
      'five-by-five',
      'BCDFG-HJKMN-PQRTV-WXY23-46789',
      'bcdfg-hjkmn-pqrtv-wxy23-46789',
      'BCDFGHJKMNPQRTVWXY2346789',
    );
  });

  test('what looks like such a key, but has letters or digits that no key has, is none', () => {
    assertKind('other', '12345-67890-09876-54321-13579', 'AAAAA-BBBBB-CCCCC-DDDDD-FFFFF', 'BCDFG-HJKMN-PQRTV-WXY23');
  });

  test('the Product ID of Settings is told apart, in the forms of the examples that the service documents too', () => {
    assertKind('settings-id', '00330-80000-00000-AAOEM', '00330-80000-00000-aa123');
    assertKind('settings-id', '00329-00000-0003-AA606', '00329-00000-0003-AA6069');
  });

  test('anything else is something else', () => {
    assertKind(
      'other',
      '330541234567',
      '33054123456789',
      '3.30541E+12',
      '3305 412345678',
      '３３０５４１２３４５６７８',
      'none',
      '',
    );
  });
});
