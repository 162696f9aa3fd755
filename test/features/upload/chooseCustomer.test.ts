import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import {
  type CustomerChoice,
  type CustomerClash,
  customerChoiceOf,
} from '../../../src/features/upload/chooseCustomer.ts';

const contoso = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
const fabrikam = '47021739-3426-40bf-9601-61b4b6d7c793';

suite('customerChoiceOf', () => {
  const cases: readonly (readonly [
    what: string,
    pinned: string | undefined,
    setting: string | undefined,
    choice: CustomerChoice | CustomerClash,
  ])[] = [
    ['leaves it to the user', undefined, undefined, { is: 'open' }],
    ['takes the manifest’s', contoso, undefined, { is: 'named', id: contoso, by: 'manifest' }],
    ['takes the setting’s', undefined, contoso, { is: 'named', id: contoso, by: 'setting' }],
    [
      'reads a setting in braces and capitals',
      undefined,
      `{${contoso.toUpperCase()}}`,
      { is: 'named', id: contoso, by: 'setting' },
    ],
    ['takes two that are the same', contoso, contoso.toUpperCase(), { is: 'named', id: contoso, by: 'manifest' }],
    ['stops where the two differ', contoso, fabrikam, { is: 'two-customers', pinned: contoso, set: fabrikam }],
    ['stops at a setting that is no id', undefined, 'Contoso', { is: 'no-customer-id' }],
    [
      'does not care about such a setting where the manifest says it',
      contoso,
      'Contoso',
      { is: 'named', id: contoso, by: 'manifest' },
    ],
  ];
  for (const [what, pinned, setting, choice] of cases) {
    test(what, () => assert.deepEqual(customerChoiceOf(pinned, setting), choice));
  }
});
