import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { HashMismatchProblem } from '../../../src/core/rules/hashMismatch.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';
import { assertProblems } from '../../support/problemsOf.ts';

const hash = hardwareHash({
  serialNumber: '5CG1111AAA',
  manufacturer: 'Contoso',
  model: 'Contoso Book 14',
  productKeyId: '3305412345678',
});

type Told = Pick<HashMismatchProblem, 'field' | 'severity' | 'inHash'>;

/** Checks the problems of one device that has this hash and these other properties. */
function assertMismatches(properties: string, ...expected: readonly Told[]): void {
  const problems = assertProblems('hash-mismatch', `{ ${properties}, "hardwareHash": "${hash}" }`);
  assert.deepEqual(
    problems.map(({ field, severity, inHash }) => ({ field, severity, inHash })),
    expected,
  );
}

suite('hash-mismatch', () => {
  test('warns of another serial number', () =>
    assertMismatches('"serialNumber": «"5CG2222BBB"»', {
      field: 'serialNumber',
      severity: 'warning',
      inHash: '5CG1111AAA',
    }));
  test('warns of another product key', () =>
    assertMismatches('"productKey": «"3305487654321"»', {
      field: 'productKey',
      severity: 'warning',
      inHash: '3305412345678',
    }));
  test('hints at another maker', () =>
    assertMismatches('"oemManufacturerName": «"Fabrikam"»', {
      field: 'oemManufacturerName',
      severity: 'hint',
      inHash: 'Contoso',
    }));
  test('hints at another model', () =>
    assertMismatches('"ModelName": «"Book"»', { field: 'modelName', severity: 'hint', inHash: 'Contoso Book 14' }));
  test('minds capitals', () =>
    assertMismatches('"serialNumber": «"5cg1111aaa"»', {
      field: 'serialNumber',
      severity: 'warning',
      inHash: '5CG1111AAA',
    }));
  test('tells of each field, in the order of the text', () =>
    assertMismatches(
      '"modelName": «"Book"», "serialNumber": «"5CG2222BBB"»',
      { field: 'modelName', severity: 'hint', inHash: 'Contoso Book 14' },
      { field: 'serialNumber', severity: 'warning', inHash: '5CG1111AAA' },
    ));

  test('is silent where all agree', () =>
    assertMismatches(
      '"serialNumber": "5CG1111AAA", "productKey": "3305412345678", "oemManufacturerName": "Contoso", "modelName": "Contoso Book 14"',
    ));
  test('does not mind blanks around the typed value', () => assertMismatches('"serialNumber": " 5CG1111AAA "'));
  test('does not mind what is absent', () => assertMismatches('"serialNumber": null, "modelName": " "'));
  test('does not mind a product key in another form', () =>
    assertMismatches('"productKey": "00330-80000-00000-AAOEM"'));
});

suite('hash-mismatch is silent where the hash has nothing to compare', () => {
  const typed =
    '"serialNumber": "5CG2222BBB", "productKey": "3305487654321", "oemManufacturerName": "HP", "modelName": "HP 14"';

  test('because it is empty inside', () => {
    const empty = hardwareHash({ serialNumber: '', manufacturer: undefined, model: ' ', productKeyId: undefined });
    assertProblems('hash-mismatch', `{ ${typed}, "hardwareHash": "${empty}" }`);
  });
  test('because it holds placeholders', () => {
    const placeholders = hardwareHash({
      serialNumber: 'System Serial Number',
      manufacturer: 'System manufacturer',
      model: 'SMBIOS_STRING_INDEX_0',
      productKeyId: undefined,
    });
    assertProblems('hash-mismatch', `{ ${typed}, "hardwareHash": "${placeholders}" }`);
  });
  test('because it is damaged or unrecognized', () => {
    assertProblems(
      'hash-mismatch',
      `{ ${typed}, "hardwareHash": "${hash.slice(0, 255)}" }`,
      `{ ${typed}, "hardwareHash": "${hash.slice(1)}" }`,
    );
  });
});
