import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { deviceErrors, deviceFaultOf } from '../../../src/core/deviceErrors.ts';
import { deviceErrorWords } from '../../../src/platform/words/deviceErrors.ts';

/** Asserts the words for an answer: the service's own, what they mean, what to do. */
function assertWords(
  code: string | undefined,
  description: string | undefined,
  ...lines: readonly (string | undefined)[]
): void {
  const { service, explanation, nextStep } = deviceErrorWords(deviceFaultOf(code, description));
  assert.deepEqual([service, explanation, nextStep], lines);
}

suite('deviceErrorWords', () => {
  test("gives the service's words, what they mean and what to do", () => {
    assertWords(
      '808',
      'ZtdDeviceAssignedToOtherTenant',
      '808 ZtdDeviceAssignedToOtherTenant',
      'The device is registered to another organization.',
      'Have the organization that owned the device deregister it. If nobody there can be found, Microsoft support can.',
    );
  });

  test('knows nothing to do about a device that is registered already', () => {
    assertWords(
      '806',
      undefined,
      '806',
      'The device is already registered to this customer. It keeps its earlier batch and group tag.',
      undefined,
    );
  });

  test('says so where code and name mean different things', () => {
    assertWords(
      '808',
      'ZtdDeviceNotFound',
      '808 ZtdDeviceNotFound',
      'Microsoft knows no device with this serial number, manufacturer and model, or with this product key. ' +
        'The code 808 by itself would mean something else: The device is registered to another organization.',
      'Upload the device with its hardware hash.',
    );
  });

  test('gives the words alone where nobody knows what they mean', () => {
    assertWords('816', 'Odd\nname', String.raw`816 Odd\nname`, undefined, undefined);
    assertWords(undefined, undefined, 'The service gives no reason.', undefined, undefined);
  });

  test('has whole sentences for every error that is known', () => {
    for (const known of deviceErrors) {
      const { explanation = '', nextStep = 'None.' } = deviceErrorWords(deviceFaultOf(undefined, known.name));
      for (const part of [explanation, nextStep]) {
        assert.match(part, /^[A-Z][^{}]*\.$/);
      }
    }
  });
});
