import * as vscode from 'vscode';

/** Why VS Code asks the user to sign in: the second line of its dialog. */
export function signInReason(because: 'signing-in' | 'continuing' | 'step-up' | 'mfa'): string {
  switch (because) {
    case 'signing-in':
      return vscode.l10n.t(
        'Sign in with an account of your partner tenant that may register devices in Partner Center.',
      );
    case 'continuing':
      return vscode.l10n.t('Sign in with the account that this upload was started with.');
    case 'step-up':
      return vscode.l10n.t('Your organization requires more proof of who you are before Partner Center answers.');
    case 'mfa':
      return vscode.l10n.t(
        'Partner Center only answers accounts that signed in with multifactor authentication. Sign in again and complete it.',
      );
  }
}
