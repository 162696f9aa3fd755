import { suite, test } from 'node:test';

import { assertFix, assertNoFix } from '../../../support/assertFix.ts';

const guid = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';

function manifest(customerId: string): string {
  return `{ "customerId": "${customerId}", "batchId": "b", "devices": [{ "productKey": "3305412345678" }] }`;
}

suite('the fix plain-customer-id', () => {
  for (const written of [`{${guid}}`, ` ${guid} `, guid.replaceAll('-', ''), `\\t{ ${guid} }`]) {
    test(`writes ${written} the plain way`, () => assertFix('plain-customer-id', manifest(written), manifest(guid)));
  }

  test('is not offered for what is no id', () => {
    assertNoFix('plain-customer-id', manifest('contoso.onmicrosoft.com'));
    assertNoFix('plain-customer-id', manifest('00000000000000000000000000000000'));
  });
});
