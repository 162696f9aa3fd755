import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { HashIdentityFault } from '../../../src/core/rules/hashIdentity.ts';
import { hardwareHash, stringRecord } from '../../support/hashBuilder.ts';
import type { HashContents } from '../../support/hashBuilder.ts';
import { assertProblems } from '../../support/problemsOf.ts';

function assertFaults(contents: Partial<HashContents>, ...faults: readonly HashIdentityFault[]): void {
  const [problem] = assertProblems('hash-identity', `{ "hardwareHash": «"${hardwareHash(contents)}"» }`);
  assert.equal(problem?.severity, 'warning');
  assert.deepEqual(problem.faults, faults);
}

suite('hash-identity', () => {
  test('marks a hash without a serial number', () =>
    assertFaults({ serialNumber: undefined }, { fact: 'serialNumber', placeholder: undefined }));
  test('marks a hash whose serial number is empty', () =>
    assertFaults({ serialNumber: '' }, { fact: 'serialNumber', placeholder: undefined }));
  test('marks a hash whose serial number is blank', () =>
    assertFaults({ serialNumber: '   ' }, { fact: 'serialNumber', placeholder: undefined }));
  test('marks a hash whose serial number stands for none', () =>
    assertFaults(
      { serialNumber: 'SMBIOS_STRING_INDEX_0' },
      { fact: 'serialNumber', placeholder: 'SMBIOS_STRING_INDEX_0' },
    ));
  test('marks a hash whose serial number is a placeholder', () =>
    assertFaults({ serialNumber: 'Default string ' }, { fact: 'serialNumber', placeholder: 'Default string' }));
  test('marks a hash with two serial numbers', () =>
    assertFaults({ more: [stringRecord(14, 'Other')] }, { fact: 'serialNumber', placeholder: undefined }));
  test('marks a hash without a manufacturer', () =>
    assertFaults({ manufacturer: '' }, { fact: 'manufacturer', placeholder: undefined }));
  test('tells both of one hash in one problem', () =>
    assertFaults(
      { serialNumber: '', manufacturer: 'System manufacturer' },
      { fact: 'serialNumber', placeholder: undefined },
      { fact: 'manufacturer', placeholder: 'System manufacturer' },
    ));

  test('is silent on a hash that has both, whatever else is missing', () => {
    assertProblems(
      'hash-identity',
      `{ "hardwareHash": "${hardwareHash()}" }`,
      `{ "hardwareHash": "${hardwareHash({ model: 'Default string', productKeyId: undefined, uuid: undefined })}" }`,
    );
  });

  test('does not mind what is typed beside the hash', () => {
    const hash = hardwareHash({ serialNumber: '' });
    assertProblems('hash-identity', `{ "serialNumber": "5CG0001", "hardwareHash": «"${hash}"» }`);
  });

  test('is silent on hashes that are damaged or unrecognized', () => {
    const hash = hardwareHash({ serialNumber: '' });
    assertProblems(
      'hash-identity',
      `{ "hardwareHash": "${hash.slice(0, 255)}" }`,
      `{ "hardwareHash": "${hash.slice(1)}" }`,
    );
  });
});
