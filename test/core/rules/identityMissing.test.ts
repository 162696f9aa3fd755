import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { assertProblems } from '../../support/problemsOf.ts';

suite('identity-missing', () => {
  const identities = [
    '{ "hardwareHash": "x" }',
    '{ "ProductKey": "1" }',
    '{ "hardwareHash": "x", "productKey": "1" }',
    '{ "hardwareHash": "x", "serialNumber": "A" }',
    '{ "hardwareHash": "x", "productKey": "1", "serialNumber": "A" }',
    '{ "productKey": "1", "serialNumber": "A" }',
    '{ "serialNumber": "A", "OemManufacturerName": "HP", "modelName": "M" }',
  ];
  for (const identity of identities) {
    test(`takes ${identity}`, () => void assertProblems('identity-missing', identity));
  }

  test('marks the first value of an identity that is not complete, and names what it has and lacks', () => {
    const problems = assertProblems(
      'identity-missing',
      '{ "id": 1, "serialNumber": «"A"» }',
      '{ "modelName": «"M"», "serialNumber": "A" }',
      '{ "hardwareHash": null, "serialNumber": "", "oemManufacturerName": «"HP"», "modelName": " " }',
    );
    assert.deepEqual(
      problems.map(({ deviceIndex, present, missing }) => [deviceIndex, present.join(), missing.join()]),
      [
        [0, 'serialNumber', 'oemManufacturerName,modelName'],
        [1, 'serialNumber,modelName', 'oemManufacturerName'],
        [2, 'oemManufacturerName', 'serialNumber,modelName'],
      ],
    );
  });

  test('marks the opening brace of a device that has nothing of it', () => {
    assertProblems('identity-missing', '«{»}', '«{» "hardwareHash": "", "productKey": null }', '«{» "id": "1" }');
  });

  test('says nothing of a device whose identity has a wrong type', () => {
    assertProblems(
      'identity-missing',
      '{ "hardwareHash": 5 }',
      '{ "serialNumber": "A", "modelName": [] }',
      '{ "productKey": false }',
    );
  });

  test('sees the last of several', () => {
    assertProblems('identity-missing', '{ "hardwareHash": "x", "serialNumber": «"A"», "HardwareHash": null }');
  });
});
