import * as vscode from 'vscode';

import type { KnownServiceError } from '../../core/deviceErrors.ts';

/** What an error of Partner Center means, in one sentence. */
export function serviceErrorWords({ id }: KnownServiceError): string {
  switch (id) {
    case 'access-denied':
      return vscode.l10n.t('Partner Center did not accept the sign-in.');
    case 'token-missing':
      return vscode.l10n.t('Partner Center found no token in the request.');
    case 'wrong-audience':
      return vscode.l10n.t('Partner Center no longer accepts tokens of this kind.');
    case 'mfa-required':
      return vscode.l10n.t('Partner Center requires multifactor authentication.');
    case 'not-authorized':
      return vscode.l10n.t('Your account is not authorized for this.');
    case 'access-denied-to-customer':
      return vscode.l10n.t('Your account may not do this for this customer.');
    case 'no-relationship':
      return vscode.l10n.t('Your organization has no reseller relationship with this customer.');
    case 'programme-inactive':
      return vscode.l10n.t('Your partner program is not active.');
    case 'role-lacks-right':
      return vscode.l10n.t('Your role in Partner Center does not include this.');
    case 'privileges-missing':
      return vscode.l10n.t('Your account lacks privileges in Partner Center, or for this customer.');
    case 'conditional-access':
      return vscode.l10n.t('A Conditional Access policy blocks this.');
    case 'application-token':
      return vscode.l10n.t('Partner Center wants the token of a user here, not that of an app.');
    case 'token-not-issued':
      return vscode.l10n.t('Microsoft Entra gave Partner Center no token in your name.');
    case 'not-found':
      return vscode.l10n.t('Partner Center knows no such batch, upload or device.');
    case 'user-unknown':
      return vscode.l10n.t('Partner Center does not know your account.');
    case 'customer-unknown':
      return vscode.l10n.t('Partner Center knows no such customer.');
    case 'customer-id-invalid':
      return vscode.l10n.t('Partner Center does not accept the customer id.');
    case 'property-invalid':
      return vscode.l10n.t('Partner Center does not accept a value in the request.');
    case 'input-invalid':
      return vscode.l10n.t('Partner Center does not accept the request.');
    case 'enum-unreadable':
      return vscode.l10n.t('Partner Center does not know one of the keywords in the request.');
    case 'not-in-this-environment':
      return vscode.l10n.t('Partner Center does not offer this in this cloud or sandbox.');
    case 'not-supported':
      return vscode.l10n.t('Partner Center does not offer this.');
    case 'etag-outdated':
      return vscode.l10n.t('Something else changed this in the meantime.');
    case 'search-unsupported':
      return vscode.l10n.t('Partner Center does not offer this kind of search.');
    case 'unexpected':
      return vscode.l10n.t('Something went wrong inside Partner Center.');
    case 'policies-empty':
      return vscode.l10n.t('Partner Center fails on an empty list of policies.');
    case 'not-defined':
      return vscode.l10n.t('Partner Center met an error that it has no name for.');
  }
}
