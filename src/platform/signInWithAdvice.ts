import * as vscode from 'vscode';

import type { FrozenAccount } from '../uploads/uploadRecord.ts';
import type { Accounts, SignInWay } from './account.ts';
import { SignInError } from './authErrors.ts';
import type { SignInPlace } from './signInPlace.ts';

/** Where the walkthrough tells how to register an app, in the user's language. */
const registrationStep = { category: 'zero-touch.device-batch#getStarted', step: 'registerApp' };

/**
 * Signs in; where no app registration is set, explains how to make one first, and goes on without only if the user insists.
 *
 * @throws what `Accounts.signIn` throws, {vscode.CancellationError} where the user does not insist.
 */
export async function signInWithAdvice(
  accounts: Pick<Accounts, 'signIn'>,
  place: SignInPlace,
  way: SignInWay,
  signal: AbortSignal,
): Promise<FrozenAccount> {
  try {
    return await accounts.signIn({ ...place, insists: false }, way, signal);
  } catch (error) {
    if (!(error instanceof SignInError) || error.fault.is !== 'client-id-missing') {
      throw error;
    }
    await explainRegistration();
    signal.throwIfAborted();
    return accounts.signIn({ ...place, insists: true }, way, signal);
  }
}

/** @throws {vscode.CancellationError} unless the user wants to go on without a registration. */
async function explainRegistration(): Promise<void> {
  const openSettings = vscode.l10n.t('Open Settings');
  const howTo = vscode.l10n.t('How to Register');
  const goOn = vscode.l10n.t('Sign In Anyway');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Partner Center needs an app registration of your own.'),
    {
      modal: true,
      detail: vscode.l10n.t(
        "VS Code's own registration is not authorized for Partner Center. Register an app in your partner tenant once, and put its client id into the setting deviceBatch.auth.clientId.",
      ),
    },
    openSettings,
    howTo,
    goOn,
  );
  if (chosen === goOn) {
    return;
  }
  if (chosen === openSettings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'deviceBatch.auth');
  } else if (chosen === howTo) {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', registrationStep);
  }
  throw new vscode.CancellationError();
}
