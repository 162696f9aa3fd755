import * as vscode from 'vscode';

import type { Accounts, SignInWay } from '../../platform/account.ts';
import { signalOf } from '../../platform/cancellation.ts';
import { plainText } from '../../platform/plainText.ts';
import type { SignInPlace } from '../../platform/signInPlace.ts';
import { signInWithAdvice } from '../../platform/signInWithAdvice.ts';

/** Signs in and says as whom. */
export type SignIn = (way: SignInWay) => Promise<void>;

/** What signing in takes. */
export interface SignInDeps {
  readonly accounts: Accounts;
  /** Where to sign in, by the settings or the emulator of this window. */
  readonly place: () => SignInPlace;
}

export function createSignIn({ accounts, place }: SignInDeps): SignIn {
  return async way => {
    const location = vscode.ProgressLocation.Notification;
    const title = vscode.l10n.t('Signing in to Partner Center');
    const account = await vscode.window.withProgress({ location, title, cancellable: true }, (_progress, token) =>
      signInWithAdvice(accounts, place(), way, signalOf(token)),
    );
    void vscode.window.showInformationMessage(
      account.label === undefined
        ? vscode.l10n.t('The emulator needs no sign-in.')
        : vscode.l10n.t('Signed in to Partner Center as {0}.', plainText(account.label)),
    );
  };
}
