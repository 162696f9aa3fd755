import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { hardwareHash } from '../../support/hashBuilder.ts';
import { assertProblems } from '../../support/problemsOf.ts';

const intact = hardwareHash();
const changed = `${intact.slice(0, 60)}${intact.charAt(60) === 'A' ? 'B' : 'A'}${intact.slice(61)}`;

suite('hash-altered', () => {
  test('marks a hash in which a character was changed', () => {
    const [problem] = assertProblems('hash-altered', `{ "hardwareHash": «"${changed}"» }`);
    assert.equal(problem?.severity, 'warning');
    assert.deepEqual(problem.alterations, [{ kind: 'digest' }]);
  });

  test('marks a hash of another length', () => {
    const [problem] = assertProblems('hash-altered', `{ "hardwareHash": «"${intact.slice(0, 2048)}"» }`);
    assert.deepEqual(problem?.alterations, [{ kind: 'characters', characters: 2048, cellLimit: 2048 }]);
  });

  test('counts without blanks', () => {
    const [problem] = assertProblems('hash-altered', `{ "hardwareHash": «" ${intact.slice(0, 3996)} "» }`);
    assert.deepEqual(problem?.alterations, [{ kind: 'characters', characters: 3996, cellLimit: undefined }]);
  });

  test('is silent on hashes that are intact, damaged or unrecognized', () => {
    assertProblems(
      'hash-altered',
      `{ "hardwareHash": "${intact}" }`,
      `{ "hardwareHash": "${intact.slice(0, 255)}" }`,
      '{ "hardwareHash": "DummyHash123" }',
    );
  });
});

suite('nothing inside an altered hash is used', () => {
  const altered = hardwareHash({ serialNumber: '', collectedIn: 'winpe', tpmModulus: undefined }).slice(0, 3996);
  const device = `{ "serialNumber": "5CG9999", "oemManufacturerName": "HP", "hardwareHash": "${altered}" }`;

  test('not for hash-identity', () => {
    assertProblems('hash-identity', device);
  });
  test('not for hash-mismatch', () => {
    assertProblems('hash-mismatch', device);
  });
  test('not for hash-note', () => {
    assertProblems('hash-note', device);
  });
});
