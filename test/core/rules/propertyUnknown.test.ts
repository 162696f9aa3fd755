import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { assertProblems, assertProblemsIn } from '../../support/problemsOf.ts';

suite('property-unknown', () => {
  test('marks the names that the root, a device or a policy does not have', () => {
    const problems = assertProblemsIn(
      'property-unknown',
      '{ «"notes"»: 1, "batchId": "b", «"serialNumber"»: "", "devices": [{ «"colour"»: "red", "policies": [{ "key": 1, «"kind"»: 2 }] }, { «"devices"»: [] }] }',
    );
    assert.deepEqual(
      problems.map(({ place, name }) => [place, name]),
      [
        ['batch', 'notes'],
        ['batch', 'serialNumber'],
        ['device', 'colour'],
        ['policy', 'kind'],
        ['device', 'devices'],
      ],
    );
  });

  test('knows names in camelCase and PascalCase only, and suggests camelCase', () => {
    const problems = assertProblems(
      'property-unknown',
      '{ "serialNumber": "", "ProductKey": "", «"SERIALNUMBER"»: "", «"hardwarehash"»: "", «" attributes"»: {} }',
    );
    assert.deepEqual(
      problems.map(({ nearest }) => nearest),
      ['serialNumber', 'hardwareHash', 'attributes'],
    );
  });

  test('knows the names that the service gives its resources', () => {
    assertProblemsIn(
      'property-unknown',
      '{ "$schema": "", "customerId": "", "BatchId": "", "Attributes": {}, "Links": {}, "devices": [{ "Id": 1, "createdBy": 1, "UploadedBy": 1, "uploadedDate": 1, "AllowedOperations": 1, "attributes": { "objectType": 1, "anything": 1 }, "links": { "self": 1 }, "modelName": "", "oemManufacturerName": "", "policies": [{ "Key": 1, "Value": 1 }] }] }',
    );
  });

  test('leaves group tags to their own rule, but not inside a policy', () => {
    assertProblemsIn(
      'property-unknown',
      '{ "groupTag": "", "OrderId": "", "devices": [{ "orderIdentifier": "", "GroupTag": "", "policies": [{ «"groupTag"»: "" }] }, { «"grouptag"»: "" }] }',
    );
  });

  test('sees every one of several', () => {
    assertProblems('property-unknown', '{ «"a"»: 1, «"a"»: 2, "productKey": 1 }');
  });
});
