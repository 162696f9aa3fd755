import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { hardwareHash } from '../../support/hashBuilder.ts';
import { assertProblems } from '../../support/problemsOf.ts';

const intact = hardwareHash();

suite('placeholder-identity', () => {
  test('warns of placeholders in serial number, maker and model, in text order', () => {
    const problems = assertProblems(
      'placeholder-identity',
      '{ "modelName": «"System Product Name"», "serialNumber": «"To be filled by O.E.M."», "oemManufacturerName": «"System manufacturer"» }',
    );
    assert.deepEqual(
      problems.map(({ field, severity }) => [field, severity]),
      [
        ['modelName', 'warning'],
        ['serialNumber', 'warning'],
        ['oemManufacturerName', 'warning'],
      ],
    );
  });

  test('looks through blanks and case', () => {
    assertProblems('placeholder-identity', '{ "serialNumber": «" DEFAULT STRING\\t"», "hardwareHash": "T0" }');
  });

  test('is silent on real values, on other fields, and on what is absent or no text', () => {
    assertProblems(
      'placeholder-identity',
      '{ "serialNumber": "5CG0001", "oemManufacturerName": "HP", "modelName": "HP EliteBook" }',
      '{ "productKey": "0000000000000", "hardwareHash": "unknown" }',
      '{ "productKey": "3305412345678", "serialNumber": "", "modelName": null, "oemManufacturerName": 0 }',
    );
  });

  test('only informs beside an intact hash', () => {
    const [beside, ...others] = assertProblems(
      'placeholder-identity',
      `{ "serialNumber": «"None"», "hardwareHash": "${intact}" }`,
      `{ "serialNumber": «"None"», "hardwareHash": "${intact.slice(0, 255)}" }`,
      '{ "serialNumber": «"None"», "hardwareHash": "DummyHash123" }',
    );
    assert.equal(beside?.severity, 'information');
    assert.deepEqual(
      others.map(({ severity }) => severity),
      ['warning', 'warning'],
    );
  });
});
