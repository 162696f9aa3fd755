import * as vscode from 'vscode';

import type { NextStep } from '../../core/deviceErrors.ts';

/** What to do about an error, in one sentence; `undefined` where nothing needs to be done. */
export function nextStepWords(step: NextStep): string | undefined {
  switch (step) {
    case 'none':
      return undefined;
    case 'add-identity':
      return vscode.l10n.t(
        'Give the device a hardware hash, a product key, or its serial number with manufacturer and model.',
      );
    case 'add-permission':
      return vscode.l10n.t(
        'Add the delegated permission user_impersonation of "Microsoft Partner Center" to the app registration.',
      );
    case 'add-redirect-uri':
      return vscode.l10n.t(
        'Add the redirect URIs that the README lists to the app registration, under "Mobile and desktop applications".',
      );
    case 'allow-public-client':
      return vscode.l10n.t(
        'In the app registration, move the redirect URIs from "Web" to "Mobile and desktop applications" and allow public client flows.',
      );
    case 'ask-administrator':
      return vscode.l10n.t('Ask an administrator of your tenant.');
    case 'ask-for-role':
      return vscode.l10n.t('Ask for the role of admin agent or sales agent in Partner Center.');
    case 'change-password':
      return vscode.l10n.t('Change the password, then sign in again.');
    case 'check-batch':
      return vscode.l10n.t('Check that the batch, or the link, is the right one.');
    case 'check-client-id':
      return vscode.l10n.t(
        'Check the setting deviceBatch.auth.clientId, and that this app registration is in the tenant you sign in to.',
      );
    case 'check-cloud':
      return vscode.l10n.t('Check the setting deviceBatch.cloud.');
    case 'check-customer':
      return vscode.l10n.t('Check that the customer is the right one.');
    case 'check-enrolment':
      return vscode.l10n.t('Check in Partner Center that your enrollment in the CSP program is active.');
    case 'check-manifest':
      return vscode.l10n.t('Check the values in the manifest.');
    case 'check-network':
      return vscode.l10n.t("Check the network connection and VS Code's setting http.proxy.");
    case 'check-policy':
      return vscode.l10n.t('Check the policies in the manifest.');
    case 'check-tenant':
      return vscode.l10n.t('Check the setting deviceBatch.auth.tenantId: it must be your partner tenant.');
    case 'collect-hash':
      return vscode.l10n.t('Collect the hardware hash on the device once more.');
    case 'complete-mfa':
      return vscode.l10n.t('Sign in again and complete multifactor authentication.');
    case 'consent':
      return vscode.l10n.t(
        'Sign in again and accept the permission, or let an administrator accept it for the whole tenant.',
      );
    case 'delete-entra-device':
      return vscode.l10n.t('Delete the device in Microsoft Entra, then upload it again.');
    case 'have-device-released':
      return vscode.l10n.t(
        'Have the organization that owned the device deregister it. If nobody there can be found, Microsoft support can.',
      );
    case 'register-application':
      return vscode.l10n.t(
        'Register an app of your own, as the README says, and put its id into the setting deviceBatch.auth.clientId.',
      );
    case 'remove-duplicate':
      return vscode.l10n.t('Keep one of them in the manifest.');
    case 'report':
      return vscode.l10n.t('Please report this with what the output panel says.');
    case 'sign-in-again':
      return vscode.l10n.t('Sign in again.');
    case 'start-emulator':
      return vscode.l10n.t('Run "Device Batch: Try with the Emulator", or choose another cloud in the setting.');
    case 'try-later':
      return vscode.l10n.t('Try again later.');
    case 'upload-hash':
      return vscode.l10n.t('Upload the device with its hardware hash.');
    case 'use-managed-device':
      return vscode.l10n.t('Sign in on a device that your organization manages.');
    case 'use-partner-account':
      return vscode.l10n.t('Sign in with an account of your partner tenant.');
  }
}
