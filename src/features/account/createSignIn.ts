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

/**
 * Where somebody is signed in already it offers to sign in again, because a session that VS Code takes for good can be one
 * that the service refuses.
 */
export function createSignIn({ accounts, place }: SignInDeps): SignIn {
  const signIn: SignIn = async way => {
    const location = vscode.ProgressLocation.Notification;
    const title = vscode.l10n.t('Signing in to Partner Center');
    const { label, isNew } = await vscode.window.withProgress({ location, title, cancellable: true }, (_, token) =>
      signInOrKnow(accounts, place(), way, signalOf(token)),
    );
    if (label === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The emulator needs no sign-in.'));
      return;
    }
    const words = vscode.l10n.t('Signed in to Partner Center as {0}.', plainText(label));
    if (isNew) {
      void vscode.window.showInformationMessage(words);
      return;
    }
    const again = vscode.l10n.t('Sign In Again');
    if ((await vscode.window.showInformationMessage(words, again)) === again) {
      await signIn('again');
    }
  };
  return signIn;
}

async function signInOrKnow(
  accounts: Accounts,
  place: SignInPlace,
  way: SignInWay,
  signal: AbortSignal,
): Promise<{ readonly label: string | undefined; readonly isNew: boolean }> {
  // Without an app registration nobody is asked before the user insists.
  if (way === 'if-needed' && place.clientId !== undefined) {
    const known = await accounts.current({ ...place, insists: false }, signal);
    if (known !== undefined) {
      return { label: known.label, isNew: false };
    }
  }
  const { label } = await signInWithAdvice(accounts, place, way, signal);
  return { label, isNew: true };
}
