import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import {
  deviceErrors,
  deviceFaultOf,
  serviceErrorOf,
  serviceErrors,
  signInErrorOf,
  signInErrors,
} from '../../src/core/deviceErrors.ts';

/** Asserts what is known about an error, and what its code says if that is something else. */
function assertDeviceError(
  code: string | undefined,
  description: string | undefined,
  known?: string,
  codeSays?: string,
) {
  const fault = deviceFaultOf(code, description);
  assert.deepEqual([fault.known?.id, fault.codeSays?.id], [known, codeSays]);
}

/** Asserts what is known about a refusal. */
function assertServiceError(status: number, code: string | undefined, text: string | undefined, known?: string) {
  assert.equal(serviceErrorOf({ status, code, text })?.id, known);
}

/** Asserts the number a message names and what is known about it. */
function assertSignInError(message: string, code?: number, known?: string) {
  const found = signInErrorOf(message);
  assert.deepEqual([found?.code, found?.known?.id], [code, known]);
}

suite('deviceFaultOf', () => {
  test('knows the documented one', () => assertDeviceError('808', 'ZtdDeviceAssignedToOtherTenant', 'other-tenant'));
  test('knows a code alone', () => assertDeviceError('806', undefined, 'already-registered'));
  test('knows a name alone', () => assertDeviceError(undefined, 'HashNot4k', 'hash-not-4k'));
  test('knows a name in any case', () => assertDeviceError(undefined, 'ZTDDEVICENOTFOUND', 'not-found'));
  test('knows the name another surface uses', () =>
    assertDeviceError(undefined, 'ZtdDeviceAssignedToAnotherTenant', 'other-tenant'));
  test('finds a name in a sentence', () =>
    assertDeviceError(undefined, 'Error: InvalidZtdHardwareHash.', 'hash-invalid'));
  test('believes the name and says what the code means', () =>
    assertDeviceError('806', 'ZtdDeviceAssignedToOtherTenant', 'other-tenant', 'already-registered'));
  test('sees no difference between two names of one error', () =>
    assertDeviceError('808', 'ZtdDeviceAssignedToAnotherTenant', 'other-tenant'));
  test('takes the code where the name is unknown', () => assertDeviceError('802', 'SomethingNew', 'hash-invalid'));
  for (const code of ['804', '805', '815', '816', '817', '818']) {
    test(`does not know ${code}`, () => assertDeviceError(code, undefined));
  }
  test('does not guess from a part of a name', () => assertDeviceError(undefined, 'ZtdDeviceNotFoundYet'));

  test('keeps what it does not know', () => {
    assert.deepEqual(deviceFaultOf('999', 'SomethingNew'), {
      code: '999',
      description: 'SomethingNew',
      known: undefined,
      codeSays: undefined,
    });
  });

  test('has each code and each name once', () => {
    const codes = deviceErrors.flatMap(entry => ('code' in entry ? [entry.code] : []));
    const names = deviceErrors.map(({ name }) => name.toLowerCase());
    assert.deepEqual([codes.length, names.length], [new Set(codes).size, new Set(names).size]);
  });
});

suite('serviceErrorOf', () => {
  for (const entry of serviceErrors) {
    const status = 'status' in entry ? entry.status : 418;
    const code = 'code' in entry ? entry.code : undefined;
    const text = 'text' in entry ? `Oh: ${entry.text.toUpperCase()}!` : undefined;
    test(`knows ${status} ${code ?? text}`, () => assertServiceError(status, code, text, entry.id));
  }
  test('does not take a code under another status', () => assertServiceError(404, '20002', undefined));
  test('knows nothing about a code it has not seen', () => assertServiceError(400, '2006', 'No.'));
  test('knows nothing where nothing was said', () => assertServiceError(400, undefined, undefined));
  test('prefers the code to the text', () => assertServiceError(401, '800001', 'MFA required', 'token-missing'));

  test('has each pair once', () => {
    const keys = serviceErrors.map(entry => JSON.stringify({ ...entry, id: '', source: '', nextStep: '' }));
    assert.equal(keys.length, new Set(keys).size);
  });
});

suite('signInErrorOf', () => {
  test('reads a redirected error', () =>
    assertSignInError('access_denied: AADSTS65004: User declined to consent.', 65_004, 'consent-declined'));
  test('reads a token error', () =>
    assertSignInError(
      'invalid_client: Error(s): 7000218 - Timestamp: x - Description: AADSTS7000218: The request body …',
      7_000_218,
      'public-client',
    ));
  test('tells similar numbers apart', () =>
    assertSignInError('AADSTS500011: no principal', 500_011, 'partner-center-not-in-tenant'));
  test('keeps a number it does not know', () => assertSignInError('AADSTS99999', 99_999));
  test('finds none', () => assertSignInError('User did not consent to login.'));
  test('reads no number out of the word alone', () => assertSignInError('AADSTS: x'));

  test('has each number once', () => {
    const codes = signInErrors.flatMap(entry => [...entry.codes]);
    assert.equal(codes.length, new Set<number>(codes).size);
  });
});
