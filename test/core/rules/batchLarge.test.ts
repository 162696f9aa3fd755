import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { validate } from '../../../src/core/manifest/validate.ts';
import { showMarks } from '../../support/markedText.ts';
import { sha256 } from '../../support/sha256.ts';

function assertLarge(devices: number, maxDevicesPerRequest: number | undefined, isLarge: boolean) {
  const text = `{ "Devices": [${Array.from({ length: devices }, () => '{}').join()}] }`;
  const options = maxDevicesPerRequest === undefined ? {} : { maxDevicesPerRequest };
  const problems = validate(text, { language: 'json', sha256, ...options }).filter(
    ({ code }) => code === 'batch-large',
  );
  const shown = showMarks(
    text,
    problems.map(({ span }) => span),
  );
  assert.equal(shown.startsWith('{ «"Devices"»: [{}'), isLarge);
}

suite('batch-large', () => {
  test('marks the name of a list that takes more than one request', () => {
    assertLarge(2, 2, false);
    assertLarge(3, 2, true);
  });

  test('takes 500 devices for one request unless told otherwise', () => {
    assertLarge(500, undefined, false);
    assertLarge(501, undefined, true);
  });
});
