import type * as vscode from 'vscode';

import type { Authentication } from '../../src/platform/account.ts';

export interface FakeAccount {
  readonly id: string;
  readonly label: string;
}

/** How VS Code was asked for a session. */
export interface AskedSession {
  readonly providerId: string;
  readonly request: readonly string[] | vscode.AuthenticationWwwAuthenticateRequest;
  readonly options: vscode.AuthenticationGetSessionOptions;
}

/**
 * VS Code's accounts, as its Microsoft provider handles them: silent requests never fail, whoever is signed in gets a token
 * without being asked, and everything else is up to the user.
 */
export class FakeAuthentication implements Authentication {
  readonly asked: AskedSession[] = [];
  /** Who is signed in, the preferred one first. */
  accounts: readonly FakeAccount[];
  /** Whether a token can be had without asking. */
  silently = true;
  /** What the user does when asked: signs in as somebody, or an error of VS Code's. */
  user: () => FakeAccount = () => {
    throw new Error('User did not consent to login.');
  };
  /** What a session has, and what it has from the next challenge on. */
  token = 'token-1';
  nextToken: string | undefined;

  constructor(...accounts: readonly FakeAccount[]) {
    this.accounts = accounts;
  }

  async getSession(
    providerId: string,
    request: AskedSession['request'],
    options: vscode.AuthenticationGetSessionOptions,
  ): Promise<vscode.AuthenticationSession | undefined> {
    this.asked.push({ providerId, request, options });
    const known = this.accounts.find(({ id }) => options.account === undefined || options.account.id === id);
    const mustAsk = options.forceNewSession !== undefined || options.clearSessionPreference === true;
    if (known !== undefined && this.silently && !mustAsk) {
      return this.#sessionOf(known, request);
    }
    return options.silent === true ? undefined : this.#sessionOf(this.#signIn(), request);
  }

  async getAccounts(): Promise<readonly FakeAccount[]> {
    return this.accounts;
  }

  #signIn(): FakeAccount {
    const account = this.user();
    this.accounts = [account, ...this.accounts.filter(({ id }) => id !== account.id)];
    return account;
  }

  #sessionOf(account: FakeAccount, request: AskedSession['request']): vscode.AuthenticationSession {
    const isChallenge = 'wwwAuthenticate' in request;
    if (isChallenge) {
      this.token = this.nextToken ?? this.token;
    }
    return { id: account.id, account, accessToken: this.token, scopes: isChallenge ? [] : request };
  }
}
