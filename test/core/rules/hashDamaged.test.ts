import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { hardwareHash, hashBytes, hashRecords } from '../../support/hashBuilder.ts';
import { assertProblems } from '../../support/problemsOf.ts';

const intact = hardwareHash();
const declaredBytes = hashBytes(hashRecords()).readUInt16LE(2);

suite('hash-damaged', () => {
  test('marks a hash that is cut, with what is left of it', () => {
    const [problem] = assertProblems('hash-damaged', `{ "hardwareHash": «"${intact.slice(0, 255)}"» }`);
    assert.equal(problem?.severity, 'error');
    assert.deepEqual(problem.damage, { kind: 'cut', characters: 255, cellLimit: 255, declaredBytes, bytes: 191 });
  });

  test('marks a hash with a foreign character', () => {
    const [problem] = assertProblems(
      'hash-damaged',
      `{ "HardwareHash": «"${intact.slice(0, 50)}, ${intact.slice(51)}"» }`,
    );
    assert.deepEqual(problem?.damage, { kind: 'character', offset: 50, character: ',' });
  });

  test('marks every device that has one', () => {
    assertProblems(
      'hash-damaged',
      `{ "hardwareHash": «"${intact.slice(0, 400)}"», "serialNumber": "5CG0001" }`,
      `{ "hardwareHash": "${intact}" }`,
      `{ "hardwareHash": «"T0F!"» }`,
    );
  });

  test('is silent on hashes that are intact, altered, unrecognized, absent or no text', () => {
    assertProblems(
      'hash-damaged',
      `{ "hardwareHash": "${intact}" }`,
      `{ "hardwareHash": "${intact.slice(0, 3000)}" }`,
      '{ "hardwareHash": "DummyHash123" }',
      '{ "hardwareHash": " ", "productKey": "3305412345678" }',
      '{ "hardwareHash": 4000 }',
    );
  });

  test('is silent on blanks, which are padded-value', () => {
    assertProblems('hash-damaged', `{ "hardwareHash": " ${intact.slice(0, 80)}\\r\\n${intact.slice(80)}\\t" }`);
  });
});
