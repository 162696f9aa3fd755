import { suite, test } from 'node:test';

import { assertProblemsIn } from '../../support/problemsOf.ts';

suite('devices-empty', () => {
  const manifests = [
    '«{» "batchId": "b" }',
    '{ "devices": «[]» }',
    '{ "Devices": «[ ]» }',
    '{ "devices": «null» }',
    '{ "devices": «""» }',
    '{ "devices": [{}], "devices": «[]» }',
    '{ "devices": [{}] }',
    '{ "devices": [5] }',
    '{ "devices": {} }',
    '{ "devices": 5 }',
    '[]',
  ];
  for (const marked of manifests) {
    test(marked, () => void assertProblemsIn('devices-empty', marked));
  }

  test('is not claimed where a slip may hide the devices', () => {
    assertProblemsIn('devices-empty', '{ "devices": [{ serialNumber": "A" }] }');
    assertProblemsIn('devices-empty', '{ "devices": [ x ] }');
    assertProblemsIn('devices-empty', '{ devices": [] }');
    assertProblemsIn('devices-empty', '{ "devices": }');
  });
});
