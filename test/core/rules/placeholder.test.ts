import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { isPlaceholder } from '../../../src/core/rules/placeholder.ts';

function assertPlaceholders(expected: boolean, ...values: readonly string[]): void {
  assert.deepEqual(
    values.filter(value => isPlaceholder(value) !== expected),
    [],
  );
}

suite('a placeholder', () => {
  test('is what firmware says where nothing was filled in', () =>
    assertPlaceholders(
      true,
      'To be filled by O.E.M.',
      'System Serial Number',
      'System manufacturer',
      'System Product Name',
      'Chassis Serial Number',
      'Serial Number',
      'Default string',
      'Not Specified',
      'Not Available',
      'Not Applicable',
      'None',
      'N/A',
      'NA',
      'Null',
      'Invalid',
      'OEM',
      'Unknown',
      '.',
      'SMBIOS_STRING_INDEX_0',
    ));
  test('is written in any case', () => assertPlaceholders(true, 'DEFAULT STRING', 'default string', 'xXxX'));
  test('is a row of zeros or crosses of any length', () => assertPlaceholders(true, '0', '00000000', 'x', 'XXXXXXX'));
  test('is a row of digits in their order', () => assertPlaceholders(true, '123456789', '0123456789', '1234567890'));

  test('is no real value, however short', () =>
    assertPlaceholders(false, 'HP', 'LENOVO', '1R9-ZNP67', '00012345', '12345678', 'X1', '0x0', 'Nonesuch', 'SN', ''));
});
