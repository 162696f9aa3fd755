import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { DeviceErrorAnswer } from '../../../src/core/upload/outcome.ts';
import { deviceErrorTitle, deviceResultWords } from '../../../src/platform/words/deviceResults.ts';

function wordsOf(error: DeviceErrorAnswer): string {
  return deviceResultWords({ is: 'failed', error }, 'serial-number');
}

function titleOf(error: DeviceErrorAnswer): string {
  return deviceErrorTitle({ is: 'failed', error });
}

suite('what the service said about a device', () => {
  test('is explained, quoted, and followed by what to do', () =>
    assert.equal(
      wordsOf({ code: '808', description: 'ZtdDeviceAssignedToOtherTenant' }),
      'The device is registered to another organization. Partner Center says "808 ZtdDeviceAssignedToOtherTenant". ' +
        'Have the organization that owned the device deregister it. If nobody there can be found, Microsoft support can.',
    ));

  test('needs nothing to be done where the device is registered', () =>
    assert.equal(
      deviceResultWords({ is: 'already-registered', error: { code: '806' } }, 'hash'),
      'The device is already registered to this customer. It keeps its earlier batch and group tag. Partner Center says "806".',
    ));

  test('is not explained where nobody knows', () => {
    const unknown = 'Partner Center did not register this device, and what its answer means is not documented.';
    assert.equal(wordsOf({ code: '999' }), `${unknown} Partner Center says "999".`);
    assert.equal(wordsOf({}), `${unknown} The service gives no reason.`);
  });

  test('may be about another device if only the place was matched', () =>
    assert.match(
      deviceResultWords({ is: 'failed', error: { code: '808' } }, 'position'),
      /The answer was found by its place in the list only, so it may be about another device\.$/,
    ));
});

suite('hostile words of the service', () => {
  const hostile = [
    '[x](command:workbench.action.terminal.new)',
    '$(warning) $(sync~spin)',
    'a\nStatus: https://evil.example/v1/customers',
    'a\r\n\u2028\u2029b',
    '\u202Egnp.exe\u2066',
    '\u0000\u001B[2J\u009B',
    '\uD800',
    '<img src=x onerror=alert(1)>',
    'x'.repeat(10_000),
  ];
  for (const text of hostile) {
    test(JSON.stringify(text.slice(0, 40)), () => {
      for (const error of [{ description: text }, { code: text }, { code: text, description: text }]) {
        for (const shown of [wordsOf(error), titleOf(error)]) {
          assert.doesNotMatch(shown, /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]|\]\(|\$\(/u);
          assert.ok(shown.length < 800, `${shown.length} characters`);
        }
      }
    });
  }
});

suite('an error in one word', () => {
  test('is its code as the service sent it', () => assert.equal(titleOf({ code: '808', description: 'Other' }), '808'));
  test('is its name where there is no code', () =>
    assert.equal(titleOf({ description: 'It is ZtdDeviceNotFound.' }), 'ZtdDeviceNotFound'));
  test('says that there is neither', () => assert.equal(titleOf({}), 'no code'));
});
