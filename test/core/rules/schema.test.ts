import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { SchemaFault } from '../../../src/core/manifest/schemaCheck.ts';
import { validate } from '../../../src/core/manifest/validate.ts';
import { readMarks, showMarks } from '../../support/markedText.ts';
import { manifestOf } from '../../support/problemsOf.ts';
import { sha256 } from '../../support/sha256.ts';

/** The marked manifest has these faults, and nothing else is wrong with it. */
function assertFaults(marked: string, ...faults: readonly SchemaFault[]) {
  const { text } = readMarks(marked);
  const problems = validate(text, { language: 'json', sha256 });
  const spans = problems.map(({ span }) => span);
  assert.equal(showMarks(text, spans), marked);
  const found = problems.map(problem => (problem.code === 'schema' ? problem.fault : problem.code));
  assert.deepEqual(found, faults);
}

function type(name: string | undefined, expected: string, actual: string) {
  return { kind: 'type', name, expected: [expected], actual } as SchemaFault;
}

const goodDevice = '"productKey": "3305412345678"';

function withPolicies(policies: string): string {
  return manifestOf(`{ ${goodDevice}, "policies": [${policies}] }`);
}

suite('schema', () => {
  test('refuses a root that is no object, and says nothing else', () => {
    assertFaults('«[{ "hardwareHash": 1 }]»', type(undefined, 'object', 'array'));
    assertFaults('«"Berlin"»', type(undefined, 'object', 'string'));
    assertFaults('«null»', type(undefined, 'object', 'null'));
    assertFaults('«»', type(undefined, 'object', 'nothing'));
  });

  test('refuses a value of a wrong type at the root, and no other rule judges it', () => {
    const devices = `"devices": [{ ${goodDevice} }]`;
    assertFaults(`{ "batchId": «5», ${devices} }`, type('batchId', 'string', 'number'));
    assertFaults(`{ "BatchId": «["b"]», ${devices} }`, type('batchId', 'string', 'array'));
    assertFaults(`{ "batchId": "b", "customerId": «true», ${devices} }`, type('customerId', 'string', 'boolean'));
    assertFaults(`{ "batchId": "b", "devices": «{ "serialNumber": "A" }» }`, type('devices', 'array', 'object'));
    assertFaults(`{ "$schema": «{}», "batchId": "b", ${devices} }`, type('$schema', 'string', 'object'));
  });

  test('refuses what is no device', () => {
    assertFaults(
      manifestOf('«"A"»', `{ ${goodDevice} }`, '«null»', '«[{}]»'),
      ...['string', 'null', 'array'].map(actual => type(undefined, 'object', actual)),
    );
  });

  test('refuses a value of a wrong type in a device, which then lacks no identity', () => {
    assertFaults(manifestOf('{ "serialNumber": «12345» }'), type('serialNumber', 'string', 'number'));
    assertFaults(manifestOf('{ "HardwareHash": «{}» }'), type('hardwareHash', 'string', 'object'));
    assertFaults(
      manifestOf('{ "modelName": «false», "productKey": «1e5» }'),
      type('modelName', 'string', 'boolean'),
      type('productKey', 'string', 'number'),
    );
    assertFaults(manifestOf(`{ ${goodDevice}, "policies": «"o_o_b_e"» }`), type('policies', 'array', 'string'));
  });

  test('refuses a policy that is none, one fault for each value', () => {
    assertFaults(withPolicies('«null», «7»'), type(undefined, 'object', 'null'), type(undefined, 'object', 'number'));
    assertFaults(withPolicies('«{» }'), { kind: 'missing', names: ['key', 'value'] });
    assertFaults(withPolicies('«{» "Key": "o_o_b_e" }'), { kind: 'missing', names: ['value'] });
    assertFaults(withPolicies('{ "key": "o_o_b_e", "value": «" "» }'), { kind: 'missing', names: ['value'] });
    assertFaults(withPolicies('{ "key": «"OOBE"», "value": "1" }'), {
      kind: 'value',
      name: 'key',
      allowed: ['o_o_b_e', 'none'],
    });
    assertFaults(withPolicies('{ "key": "none", "value": «1» }'), type('value', 'string', 'number'));
  });

  test('accepts absent values, and whatever the service owns', () => {
    assertFaults(
      `{ "batchId": "b", "customerId": null, "devices": [{ "Id": null, ${goodDevice}, "hardwareHash": "", "Policies": null, "CreatedBy": 1, "UploadedDate": "0001-01-01T00:00:00", "AllowedOperations": {}, "Attributes": [], "links": false }], "attributes": 5 }`,
    );
  });

  test('sees the last of several', () => {
    const text = manifestOf('{ "productKey": 5, "ProductKey": "3305412345678" }');
    assert.deepEqual(
      validate(text, { language: 'json', sha256 }).map(({ code }) => code),
      ['property-twice'],
    );
  });

  test('judges no splinter of a device that a slip broke', () => {
    const text = '{ "batchId": "b", "devices": [{ "serialNumber": } "A" }, 5] }';
    assert.deepEqual(
      validate(text, { language: 'json', sha256 }).map(({ code }) => code),
      ['syntax'],
    );
  });
});
