import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { hardwareHash } from '../../support/hashBuilder.ts';
import { assertProblems } from '../../support/problemsOf.ts';

const intact = hardwareHash();

suite('hash-unrecognized', () => {
  test('marks dummies, other base64, and hashes that lost their beginning or their capitals', () => {
    const problems = assertProblems(
      'hash-unrecognized',
      '{ "hardwareHash": «"DummyHash123"» }',
      '{ "hardwareHash": «"MIIBIjANBgkqhkiG9w0BAQ=="» }',
      `{ "hardwareHash": «"${intact.slice(2)}"» }`,
      `{ "hardwareHash": «"${intact.toLowerCase()}"» }`,
      `{ "hardwareHash": «"\\"${intact}\\""» }`,
    );
    assert.deepEqual([...new Set(problems.map(({ severity }) => severity))], ['warning']);
  });

  test('is silent on every 4K hash', () => {
    assertProblems(
      'hash-unrecognized',
      `{ "hardwareHash": "${intact}" }`,
      `{ "hardwareHash": " ${intact}" }`,
      `{ "hardwareHash": "${intact.slice(0, 3)}" }`,
      `{ "hardwareHash": "${intact.slice(0, 3000)}" }`,
    );
  });

  test('is silent on what is absent or no text', () => {
    assertProblems(
      'hash-unrecognized',
      '{ "hardwareHash": "" }',
      '{ "hardwareHash": null }',
      '{ "hardwareHash": [] }',
      '{ }',
    );
  });

  test('leaves the hash an identity', () => {
    assertProblems('identity-missing', '{ "hardwareHash": "DummyHash123" }');
  });
});
