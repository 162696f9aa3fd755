import * as vscode from 'vscode';

import type { KnownSignInError, NextStep } from '../../core/deviceErrors.ts';
import type { SignInFault } from '../authErrors.ts';
import { plainText } from '../plainText.ts';

/** What kept the user from signing in, in one sentence, and what to do about it. */
export function signInFaultWords(fault: SignInFault): { readonly sentence: string; readonly step: NextStep } {
  switch (fault.is) {
    case 'client-id-missing':
      return {
        sentence: vscode.l10n.t("No app registration is set, and VS Code's own is not authorized for Partner Center."),
        step: 'register-application',
      };
    case 'client-id-malformed':
      return {
        sentence: vscode.l10n.t('The setting deviceBatch.auth.clientId is not a GUID.'),
        step: 'check-client-id',
      };
    case 'tenant-collective':
      return {
        sentence: vscode.l10n.t('"{0}" is not a tenant: Partner Center needs a sign-in to your own.', fault.tenant),
        step: 'check-tenant',
      };
    case 'tenant-malformed':
      return {
        sentence: vscode.l10n.t('The setting deviceBatch.auth.tenantId is neither a GUID nor a domain.'),
        step: 'check-tenant',
      };
    case 'domain-unknown':
      return {
        sentence: vscode.l10n.t('No tenant has the domain {0}.', plainText(fault.domain)),
        step: 'check-tenant',
      };
    case 'domain-unresolved':
      return {
        sentence: vscode.l10n.t(
          'Microsoft Entra did not tell which tenant has the domain {0}.',
          plainText(fault.domain),
        ),
        step: 'try-later',
      };
    case 'emulator-missing':
      return {
        sentence: vscode.l10n.t('The setting deviceBatch.cloud names the emulator, but none runs for this window.'),
        step: 'start-emulator',
      };
    case 'cloud-not-configured':
      return {
        sentence: vscode.l10n.t(
          'VS Code has no sign-in for this cloud until its setting microsoft-sovereign-cloud.environment names it.',
        ),
        step: 'check-cloud',
      };
    case 'provider-missing':
      return {
        sentence: vscode.l10n.t(
          'This VS Code has no Microsoft sign-in: its extension "Microsoft Account" is missing or disabled.',
        ),
        step: 'report',
      };
    case 'other-account':
      return {
        sentence: vscode.l10n.t('You signed in with another account than this upload was started with.'),
        step: 'sign-in-again',
      };
    case 'offline':
      return { sentence: vscode.l10n.t('The sign-in could not reach Microsoft Entra.'), step: 'check-network' };
    case 'entra':
      return entraWords(fault);
    case 'other':
      return { sentence: vscode.l10n.t('The sign-in failed.'), step: 'sign-in-again' };
  }
}

function entraWords({ aadsts, known }: Extract<SignInFault, { is: 'entra' }>) {
  return {
    sentence:
      known === undefined
        ? vscode.l10n.t('Microsoft Entra refused the sign-in with the error AADSTS{0}.', String(aadsts))
        : vscode.l10n.t('{0} (AADSTS{1})', entraMeaning(known.id), String(aadsts)),
    step: known?.nextStep ?? 'ask-administrator',
  };
}

function entraMeaning(id: KnownSignInError['id']): string {
  switch (id) {
    case 'consent-missing':
      return vscode.l10n.t('The app registration may not use Partner Center in your name yet.');
    case 'consent-declined':
      return vscode.l10n.t('The permission to use Partner Center in your name was declined.');
    case 'administrator-consent':
      return vscode.l10n.t('Only an administrator can let the app registration use Partner Center.');
    case 'own-application-needed':
      return vscode.l10n.t("VS Code's own app registration is not authorized for Partner Center.");
    case 'permission-not-listed':
      return vscode.l10n.t('The app registration does not list the permission for Partner Center.');
    case 'partner-center-not-in-tenant':
      return vscode.l10n.t('The tenant does not know Partner Center: it is probably not a partner tenant.');
    case 'redirect-uri':
      return vscode.l10n.t('The app registration lacks the redirect URI that VS Code signs in with.');
    case 'public-client':
      return vscode.l10n.t('The app registration is not that of a desktop app.');
    case 'application-unknown':
      return vscode.l10n.t('The tenant has no such app registration.');
    case 'application-disabled':
      return vscode.l10n.t('The app registration is disabled or not allowed in the tenant.');
    case 'tenant-unknown':
      return vscode.l10n.t('There is no such tenant.');
    case 'single-tenant-application':
      return vscode.l10n.t('The app registration is for one tenant only, and not for this one.');
    case 'other-cloud':
      return vscode.l10n.t('The account or the app registration belongs to another cloud.');
    case 'account-not-in-tenant':
      return vscode.l10n.t('The account does not belong to the tenant.');
    case 'not-assigned':
      return vscode.l10n.t('The account is not assigned to the app registration.');
    case 'mfa-required':
      return vscode.l10n.t('The tenant requires multifactor authentication.');
    case 'blocked-by-policy':
      return vscode.l10n.t('A policy of the tenant blocks the sign-in.');
    case 'device-not-managed':
      return vscode.l10n.t('A policy of the tenant blocks sign-ins from this device.');
    case 'session-expired':
      return vscode.l10n.t('The sign-in has expired.');
    case 'wrong-credentials':
      return vscode.l10n.t('The name or the password is wrong.');
    case 'password-expired':
      return vscode.l10n.t('The password has expired.');
    case 'account-blocked':
      return vscode.l10n.t('The account is locked or disabled.');
    case 'scope':
      return vscode.l10n.t('Microsoft Entra does not accept the permission that was asked for.');
    case 'entra-unavailable':
      return vscode.l10n.t('Microsoft Entra is not available now.');
  }
}
