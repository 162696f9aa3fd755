import * as vscode from 'vscode';

import type { SignInWay } from '../../platform/account.ts';
import type { RegisterCommand } from '../../platform/commandBoundary.ts';
import { commandIds } from '../../platform/commandIds.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import { assertTrusted } from '../../platform/workspaceTrust.ts';
import type { SignIn } from './createSignIn.ts';
import { registerApp } from './registerApp.ts';

/** Register an app to sign in with, sign in, switch the account, and how to sign out. */
export function activateAccount(
  registerCommand: RegisterCommand,
  loadSignIn: () => Promise<SignIn>,
): vscode.Disposable {
  const store = new DisposableStore();
  const signInBy = async (way: SignInWay): Promise<void> => {
    await assertTrusted();
    const signIn = await loadSignIn();
    await signIn(way);
  };
  store.add(registerCommand(commandIds.registerApp, registerApp));
  store.add(registerCommand(commandIds.signIn, async () => signInBy('if-needed')));
  store.add(registerCommand(commandIds.switchAccount, async () => signInBy('other-account')));
  store.add(registerCommand(commandIds.signOut, explainSignOut));
  return store;
}

/** VS Code lets no extension sign anybody out. */
async function explainSignOut(): Promise<void> {
  await vscode.window.showInformationMessage(vscode.l10n.t('Signing out is in the Accounts menu of VS Code.'), {
    modal: true,
    detail: vscode.l10n.t(
      'Open the Accounts menu at the bottom of the activity bar, choose your account, and then Sign Out. Uploads that are being watched pause until you sign in again.',
    ),
  });
}
