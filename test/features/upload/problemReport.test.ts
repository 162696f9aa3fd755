import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { drain } from '../../../src/core/manifest/drain.ts';
import { validate } from '../../../src/core/manifest/validate.ts';
import { problemReport } from '../../../src/features/upload/problemReport.ts';
import { sha256 } from '../../support/sha256.ts';

function report(text: string): readonly string[] {
  const errors = validate(text, { language: 'json', sha256 }).filter(({ severity }) => severity === 'error');
  return drain(problemReport('a](b.devicebatch.json', text, errors)).split('\n');
}

suite('problemReport', () => {
  test('says what blocks the upload, and where, in the words of the Problems panel', () => {
    assert.deepEqual(report('{\n  "batchId": "",\n  "devices": [{}]\n}'), [
      '# What blocks the upload of a] (b.devicebatch.json',
      '',
      'VS Code shows no problems in a file of this size, so they stand here, by line and column.',
      '',
      '- 2:14 The batch needs an id. It becomes the group tag of its devices.',
      '- 3:15 The device needs an identity: hardwareHash, or productKey, or serialNumber, oemManufacturerName and modelName.',
      '',
    ]);
  });

  for (const [devices, end] of [
    [1000, '- 1002:1 The device needs'],
    [1001, 'One more is not listed.'],
    [3001, '2001 more are not listed.'],
  ] as const) {
    test(`lists no more than a thousand of ${devices}`, () => {
      const text = `{\n"batchId": "Berlin", "devices": [\n${Array(devices).fill('{}').join(',\n')}]}`;
      const lines = report(text);
      assert.equal(lines.filter(line => line.startsWith('- ')).length, 1000);
      assert.ok(lines.at(-2)?.startsWith(end), lines.at(-2));
    });
  }
});
