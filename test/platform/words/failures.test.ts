import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { ApiError, type ApiFailure, type ServiceAnswer } from '../../../src/api/apiError.ts';
import { TransportError, type TransportFault } from '../../../src/api/http.ts';
import { serviceErrors, signInErrorOf, signInErrors } from '../../../src/core/deviceErrors.ts';
import { SignInError, type SignInFault } from '../../../src/platform/authErrors.ts';
import { RecordStoreError } from '../../../src/platform/recordFolder.ts';
import { type FailureWords, failureWords } from '../../../src/platform/words/failures.ts';

function answer(status: number, more: Partial<ServiceAnswer> = {}): ServiceAnswer {
  const nothing = { code: undefined, text: undefined, details: [], body: 'empty', retryAfterMs: undefined } as const;
  return { is: 'answer', status, ...nothing, ...more };
}

function wordsOfFailure(failure: ApiFailure): FailureWords {
  return failureWords(new ApiError(failure, undefined));
}

/** Asserts the words, one part per line: what happened, what else is to be said, what to do. */
function assertWords({ sentence, explanation, nextStep }: FailureWords, ...lines: readonly string[]): void {
  assert.deepEqual(
    [sentence, explanation, nextStep].filter(part => part !== undefined),
    lines,
  );
}

/** Whole sentences, in which no hole was left open. */
function assertWhole({ sentence, explanation = 'None.', nextStep = 'None.' }: FailureWords): void {
  for (const part of [sentence, explanation, nextStep]) {
    assert.match(part, /^[A-Z"].*[.)]$/s);
    assert.doesNotMatch(part, /\{\d|undefined|\[object/);
  }
}

suite('failureWords: Partner Center', () => {
  test('says what a known error means, quotes the service and tells what to do', () => {
    assertWords(
      wordsOfFailure({
        reason: 'forbidden',
        answer: answer(403, { code: '20002', text: 'The partner has no relationship.', details: ['CustomerId'] }),
      }),
      'Your organization has no reseller relationship with this customer.',
      'Partner Center says: "The partner has no relationship.; CustomerId" (403, 20002).',
      'Check that the customer is the right one.',
    );
  });

  test('says what the status means where the error is unknown', () => {
    assertWords(
      wordsOfFailure({ reason: 'forbidden', answer: answer(403, { code: '4711' }) }),
      'Partner Center does not allow this to your account.',
      'Partner Center answered without a word (403, 4711).',
      'Ask for the role of admin agent or sales agent in Partner Center.',
    );
  });

  test('asks for multifactor authentication', () => {
    assertWords(
      wordsOfFailure({ reason: 'mfa-required', answer: answer(401, { code: '900421', text: 'MFA.' }) }),
      'Partner Center requires multifactor authentication.',
      'Partner Center says: "MFA." (401, 900421).',
      'Sign in again and complete multifactor authentication.',
    );
  });

  test('does not say that something failed of which nobody knows', () => {
    assertWords(
      wordsOfFailure({ reason: 'unknown-outcome', because: { is: 'no-answer', fault: 'reset' } }),
      'It is not known whether Partner Center accepted the devices.',
      'The connection broke before Partner Center answered.',
      'Look at the batch before you send anything again.',
    );
    assertWords(
      wordsOfFailure({
        reason: 'unknown-outcome',
        because: answer(500, { text: 'Sequence contains no matching element' }),
      }),
      'It is not known whether Partner Center accepted the devices.',
      'Partner Center fails on an empty list of policies. Partner Center says: "Sequence contains no matching element" (500).',
      'Look at the batch before you send anything again.',
    );
  });

  test('makes the words of the service plain, and keeps its secrets', () => {
    const text = `[x](command:y)\nStatus: ${'A'.repeat(150)}`;
    const { explanation = '' } = wordsOfFailure({ reason: 'refused', answer: answer(400, { text }) });

    assert.equal(
      explanation,
      String.raw`Partner Center says: "[x] (command:y)\nStatus: [base64, 150 characters]" (400).`,
    );
  });

  const failures: readonly ApiFailure[] = [
    { reason: 'signed-out' },
    { reason: 'unauthorized', answer: answer(401) },
    { reason: 'mfa-required', answer: answer(401) },
    { reason: 'step-up-required', answer: answer(401) },
    { reason: 'forbidden', answer: answer(403) },
    { reason: 'not-found', answer: answer(404) },
    { reason: 'conflict', answer: answer(409) },
    { reason: 'too-large', answer: answer(413) },
    { reason: 'refused', answer: answer(400) },
    { reason: 'redirected', answer: answer(302) },
    { reason: 'throttled', answer: answer(429) },
    { reason: 'unavailable', answer: answer(503) },
    { reason: 'unreachable', fault: 'dns' },
    { reason: 'unknown-outcome', because: answer(502) },
    { reason: 'unreadable', answer: answer(200), end: 'whole' },
    { reason: 'unreadable', answer: answer(200), end: 'cut' },
    { reason: 'unreadable', answer: answer(200), end: 'too-large' },
    { reason: 'unaddressable' },
  ];
  test('has one message for every reason', () => {
    failures.map(wordsOfFailure).forEach(assertWhole);
    assert.equal(new Set(failures.map(failure => wordsOfFailure(failure).sentence)).size, failures.length);
  });

  test('has one message for every error that is known', () => {
    const sentences = new Map<string, string>();
    for (const known of serviceErrors) {
      const status = 'status' in known ? known.status : 400;
      const words = wordsOfFailure({
        reason: 'refused',
        answer: answer(status, 'code' in known ? { code: known.code } : { text: known.text }),
      });
      assertWhole(words);
      sentences.set(words.sentence, known.id);
    }
    assert.equal(sentences.size, new Set(serviceErrors.map(({ id }) => id)).size);
  });
});

suite('failureWords: no answer', () => {
  const faults: readonly TransportFault[] = [
    'dns',
    'refused',
    'tls',
    'proxy',
    'proxy-authentication',
    'connect-timeout',
    'answer-timeout',
    'reset',
    'not-http',
    'aborted',
    'other',
  ];
  test('has one message for every fault', () => {
    const words = faults.map(fault => failureWords(new TransportError(fault, 'nothing')));
    words.forEach(assertWhole);
    assert.equal(new Set(words.map(({ sentence }) => sentence)).size, faults.length);
  });

  test('leads to the settings of the proxy', () => {
    assertWords(
      failureWords(new TransportError('proxy-authentication', 'nothing')),
      'The proxy wants a user name and a password.',
      "Put them into VS Code's setting http.proxy or http.proxyAuthorization.",
    );
  });
});

/** Asserts the words for an error of Microsoft Entra. */
function assertEntra(aadsts: number, ...lines: readonly string[]): void {
  const known = signInErrorOf(`AADSTS${aadsts}`)?.known;
  assertWords(failureWords(new SignInError({ is: 'entra', aadsts, known })), ...lines);
}

suite('failureWords: sign-in', () => {
  test('says what each error of Microsoft Entra means and what to do', () => {
    assertEntra(
      65001,
      'The app registration may not use Partner Center in your name yet. (AADSTS65001)',
      'Sign in again and accept the permission, or let an administrator accept it for the whole tenant.',
    );
    assertEntra(
      65002,
      "VS Code's own app registration is not authorized for Partner Center. (AADSTS65002)",
      'Register an app of your own, as the README says, and put its id into the setting deviceBatch.auth.clientId.',
    );
    assertEntra(
      50011,
      'The app registration lacks the redirect URI that VS Code signs in with. (AADSTS50011)',
      'Add the redirect URIs that the README lists to the app registration, under "Mobile and desktop applications".',
    );
    assertEntra(
      7000218,
      'The app registration is not that of a desktop app. (AADSTS7000218)',
      'In the app registration, move the redirect URIs from "Web" to "Mobile and desktop applications" and allow public client flows.',
    );
    assertEntra(
      50105,
      'The account is not assigned to the app registration. (AADSTS50105)',
      'Ask an administrator of your tenant.',
    );
    assertEntra(
      99999,
      'Microsoft Entra refused the sign-in with the error AADSTS99999.',
      'Ask an administrator of your tenant.',
    );
  });

  test('has one message for every error of Microsoft Entra that is known', () => {
    const words = signInErrors.map(known =>
      failureWords(new SignInError({ is: 'entra', aadsts: known.codes[0], known })),
    );
    words.forEach(assertWhole);
    assert.equal(new Set(words.map(({ sentence }) => sentence)).size, signInErrors.length);
  });

  test('has the network checked where the sign-in does not get through', () => {
    assertWords(
      failureWords(new SignInError({ is: 'offline' })),
      'The sign-in could not reach Microsoft Entra.',
      "Check the network connection and VS Code's setting http.proxy.",
    );
  });

  const faults: readonly SignInFault[] = [
    { is: 'client-id-missing' },
    { is: 'client-id-malformed' },
    { is: 'tenant-collective', tenant: 'common' },
    { is: 'tenant-malformed' },
    { is: 'domain-unknown', domain: 'x.example' },
    { is: 'domain-unresolved', domain: 'x.example', fault: 'dns' },
    { is: 'cloud-not-configured', cloud: 'china' },
    { is: 'provider-missing' },
    { is: 'other-account' },
    { is: 'emulator-missing' },
    { is: 'offline' },
    { is: 'other' },
  ];
  test('has one message for everything else', () => {
    const words = faults.map(fault => failureWords(new SignInError(fault)));
    words.forEach(assertWhole);
    assert.equal(new Set(words.map(({ sentence }) => sentence)).size, faults.length);
  });
});

suite('failureWords: this computer', () => {
  test('says that a record could not be kept', () => {
    assertWords(
      failureWords(new RecordStoreError('write', new Error('ENOSPC'))),
      'The record of the upload could not be kept on this computer.',
      'Check that the disk is not full and that its folder can be written.',
    );
  });

  test('asks to report a bug', () => {
    for (const bug of [new TypeError('x is undefined'), 'thrown text', undefined]) {
      assertWords(
        failureWords(bug),
        'Something went wrong inside Device Batch.',
        'Please report this with what the output panel says.',
      );
    }
  });
});
