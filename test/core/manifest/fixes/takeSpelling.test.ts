import { suite, test } from 'node:test';

import { assertFix, assertFixAll, assertNoFix } from '../../../support/assertFix.ts';
import { manifestOf } from '../../../support/problemsOf.ts';

function device(serialNumber: string, maker: string, model: string): string {
  return `{ "serialNumber": "${serialNumber}", "oemManufacturerName": "${maker}", "modelName": "${model}" }`;
}

suite('The fix take-spelling', () => {
  test('writes a maker as firmware does', () => {
    assertFix(
      'take-spelling',
      manifestOf(device('A1', 'dell', 'Latitude 5530')),
      manifestOf(device('A1', 'Dell Inc.', 'Latitude 5530')),
    );
  });

  test('does so for all devices at once', () => {
    assertFixAll(
      'take-spelling',
      manifestOf(device('A1', 'Lenovo', '21G2001VUS'), device('A2', 'Microsoft', 'Surface Laptop')),
      manifestOf(device('A1', 'LENOVO', '21G2001VUS'), device('A2', 'Microsoft Corporation', 'Surface Laptop')),
    );
  });

  test('does not guess models', () => {
    assertNoFix('take-spelling', manifestOf(device('A1', 'LENOVO', 'ThinkPad T14')));
  });
});
