import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import { SignInError, toSignInError } from '../../src/platform/authErrors.ts';

/** An error as VS Code passes a provider's on: name and text. */
function passedOn(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

/** Asserts what becomes of an error: `cancelled`, the fault, or the number and what is known of it. */
function assertRead(name: string, message: string, expected: string): void {
  const error = toSignInError(passedOn(name, message));
  assert.equal(error instanceof vscode.CancellationError ? 'cancelled' : describe(error), expected);
}

function describe({ fault }: SignInError): string {
  return fault.is === 'entra' ? `${fault.aadsts} ${fault.known?.id ?? 'unknown'}` : fault.is;
}

suite('toSignInError', () => {
  test('knows when the user called it off', () => {
    assertRead('Canceled', 'Canceled', 'cancelled');
    assertRead('Error', 'User did not consent to login.', 'cancelled');
    assertRead('Error', 'User did not consent to account access', 'cancelled');
    assertRead('ClientAuthError', 'user_canceled: The user closed the window', 'cancelled');
    assertRead('ServerError', 'access_denied: The user declined', 'cancelled');
    assert.ok(toSignInError(new vscode.CancellationError()) instanceof vscode.CancellationError);
  });

  test('finds the number of the error, and what is known of it', () => {
    assertRead(
      'ServerError',
      'access_denied: AADSTS65004: User declined to consent to access the app.',
      '65004 consent-declined',
    );
    assertRead(
      'AuthError',
      'post_request_failed: AADSTS65001: The user or administrator has not consented',
      '65001 consent-missing',
    );
    assertRead('ServerError', 'access_denied: AADSTS90094: Admin consent is required', '90094 administrator-consent');
    assertRead(
      'ServerError',
      'invalid_resource: AADSTS65002: Consent between first party',
      '65002 own-application-needed',
    );
    assertRead('ServerError', 'invalid_request: AADSTS50011: The redirect URI', '50011 redirect-uri');
    assertRead(
      'ServerError',
      'invalid_client: Error(s): 7000218 - Timestamp: x - Description: AADSTS7000218: The request body must contain',
      '7000218 public-client',
    );
    assertRead(
      'ServerError',
      'unauthorized_client: AADSTS700016: Application with identifier',
      '700016 application-unknown',
    );
    assertRead('ServerError', 'access_denied: AADSTS53003: Access has been blocked', '53003 blocked-by-policy');
    for (const number of [50076, 50079, 50158]) {
      assertRead('ServerError', `interaction_required: AADSTS${number}: x`, `${number} mfa-required`);
    }
    assertRead('ServerError', 'AADSTS50105: not assigned to a role', '50105 not-assigned');
    assertRead('ServerError', 'AADSTS50020: User account from identity provider', '50020 account-not-in-tenant');
    assertRead('ServerError', 'AADSTS99999: something new', '99999 unknown');
  });

  test('knows when the network is down', () => {
    assertRead('AuthError', 'network_error: Network request failed: fetch failed', 'offline');
    assertRead('ClientAuthError', 'endpoints_resolution_error: See https://aka.ms/msal.js.errors', 'offline');
    assertRead('ClientAuthError', 'no_network_connectivity', 'offline');
  });

  test('knows when there is no provider', () => {
    assertRead('Error', "Timed out waiting for authentication provider 'microsoft' to register.", 'provider-missing');
    assertRead('Error', "No authentication provider 'microsoft' is currently registered.", 'provider-missing');
  });

  test('keeps anything else as the cause, and its text out of the message', () => {
    const cause = passedOn('AuthError', 'post_request_failed: invalid_grant for ann@contoso.example');
    const error = toSignInError(cause);

    assert.ok(error instanceof SignInError);
    assert.deepEqual([error.fault, error.message, error.cause], [{ is: 'other' }, 'Sign-in failed: other', cause]);
    assertRead('', String(undefined), 'other');
    assert.ok(toSignInError('odd') instanceof SignInError);
  });
});
