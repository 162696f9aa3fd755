import * as vscode from 'vscode';

import type { TransportFault } from '../api/http.ts';
import { type KnownSignInError, signInErrorOf } from '../core/deviceErrors.ts';
import type { Refusal } from './log.ts';

/** Tenants of Microsoft Entra that are none: a token must be for the partner's own. */
export const collectiveTenants = ['common', 'organizations', 'consumers'] as const;

/** Why nobody is signed in. */
export type SignInFault =
  /** No app registration is set, and VS Code's own is not authorized for Partner Center. */
  | { readonly is: 'client-id-missing' }
  | { readonly is: 'client-id-malformed' }
  | { readonly is: 'tenant-collective'; readonly tenant: (typeof collectiveTenants)[number] }
  /** Neither a GUID nor a domain. */
  | { readonly is: 'tenant-malformed' }
  /** No tenant has that domain. Foreign text: the domain as written in the settings. */
  | { readonly is: 'domain-unknown'; readonly domain: string }
  /** It could not be found out which tenant the domain is: no answer (`fault`) or an odd one. */
  | { readonly is: 'domain-unresolved'; readonly domain: string; readonly fault: TransportFault | undefined }
  /** The settings name the emulator, and this window knows of none. */
  | { readonly is: 'emulator-missing' }
  /** VS Code has not been told of that cloud, so there is no provider for it. */
  | { readonly is: 'cloud-not-configured'; readonly cloud: 'china' | 'usGovernment' }
  /** There is no such provider in this VS Code. */
  | { readonly is: 'provider-missing' }
  /** The user signed in, but not as the account that was to be used. */
  | { readonly is: 'other-account' }
  | { readonly is: 'offline' }
  /** Microsoft Entra refused: the number of its `AADSTS` error, and what is known about it. */
  | { readonly is: 'entra'; readonly aadsts: number; readonly known: KnownSignInError | undefined }
  | { readonly is: 'other' };

/** Nobody is signed in, for a reason that the user can do something about. `cause` is for the log. */
export class SignInError extends Error implements Refusal {
  override readonly name = 'SignInError';
  readonly fault: SignInFault;

  constructor(fault: SignInFault, options?: ErrorOptions) {
    super(`Sign-in failed: ${fault.is === 'entra' ? `AADSTS${fault.aadsts}` : fault.is}`, options);
    this.fault = fault;
  }

  /** `undefined` where nobody knows what it was. */
  get inOneLine(): string | undefined {
    if (this.fault.is === 'other') {
      return undefined;
    }
    const said = this.cause instanceof Error ? this.cause.message.replaceAll(/\s+/g, ' ').slice(0, mostWords) : '';
    return said === '' ? nameOf(this.fault) : `${nameOf(this.fault)}: "${said}"`;
  }
}

/** How many characters of Entra's words the log needs: the error and the ids that support asks for. */
const mostWords = 400;

function nameOf(fault: SignInFault): string {
  return fault.is === 'entra'
    ? [`AADSTS${fault.aadsts}`, ...(fault.known ? [fault.known.id] : [])].join(', ')
    : fault.is;
}

// VS Code passes a provider's errors on as name and text only, so that there is nothing else to go by. The texts are those of
// VS Code's consent dialog and of MSAL (microsoft/vscode, extensions/microsoft-authentication).
const cancelled = /did not consent|user_canceled|access_denied/i;
const offline = /network_error|no_network_connectivity|endpoints_resolution_error/i;
const noProvider = /^Timed out waiting for authentication provider|^No authentication provider/;

/** What VS Code's `getSession` threw, as a `SignInError`, or as a `CancellationError` where the user called it off. */
export function toSignInError(error: unknown): SignInError | vscode.CancellationError {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const entra = signInErrorOf(message);
  if (entra !== undefined) {
    return new SignInError({ is: 'entra', aadsts: entra.code, known: entra.known }, { cause: error });
  }
  if (name === 'Canceled' || cancelled.test(message)) {
    return new vscode.CancellationError();
  }
  if (noProvider.test(message)) {
    return new SignInError({ is: 'provider-missing' }, { cause: error });
  }
  return new SignInError({ is: offline.test(message) ? 'offline' : 'other' }, { cause: error });
}
