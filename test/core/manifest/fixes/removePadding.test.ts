import { suite, test } from 'node:test';

import { assertFix, assertFixAll } from '../../../support/assertFix.ts';
import { hardwareHash } from '../../../support/hashBuilder.ts';
import { manifestOf } from '../../../support/problemsOf.ts';

const hash = hardwareHash();

function device(serialNumber: string, maker: string): string {
  return manifestOf(`{ "serialNumber": "${serialNumber}", "oemManufacturerName": "${maker}", "modelName": "M" }`);
}

suite('The fix remove-padding', () => {
  test('removes the blanks around a value', () => {
    assertFix(
      'remove-padding',
      manifestOf('{ "productKey" : "\\t3305412345678\\u200B" /* box */ }'),
      manifestOf('{ "productKey" : "3305412345678" /* box */ }'),
    );
  });

  test('removes every blank and line break of a hash', () => {
    const inLines = hash.replaceAll(/.{76}/g, String.raw`$&\r\n`);
    assertFix(
      'remove-padding',
      manifestOf(`{ "HardwareHash": " ${inLines} " }`),
      manifestOf(`{ "HardwareHash": "${hash}" }`),
    );
  });

  test('joins the lines of a number, and the words of a name', () => {
    assertFix(
      'remove-padding',
      device('A1\\nB2', ' Dell\\r\\n Inc.'),
      device('A1B2', ' Dell\\r\\n Inc.'),
      device('A1\\nB2', 'Dell Inc.'),
    );
    assertFixAll('remove-padding', device('A1\\nB2', ' Dell\\r\\n Inc.'), device('A1B2', 'Dell Inc.'));
  });

  test('knows the values of policies', () => {
    assertFix(
      'remove-padding',
      manifestOf('{ "productKey": "3305412345678", "policies": [{ "key": "x", "value": "a " }, { "value": "b" }] }'),
      manifestOf('{ "productKey": "3305412345678", "policies": [{ "key": "x", "value": "a" }, { "value": "b" }] }'),
    );
  });

  test('changes the value that counts where a property stands twice', () => {
    assertFix(
      'remove-padding',
      manifestOf('{ "productKey": "3305412345678 ", "ProductKey": "3305412345678 " }'),
      manifestOf('{ "productKey": "3305412345678 ", "ProductKey": "3305412345678" }'),
    );
  });
});
