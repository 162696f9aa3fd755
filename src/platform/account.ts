import { hash } from 'node:crypto';
import * as vscode from 'vscode';

import type { Account } from '../api/account.ts';
import { type Cloud, type SignIn, clouds, emulatorAt } from '../api/clouds.ts';
import { readGuid } from '../core/guid.ts';
import type { Ground } from '../uploads/uploadPorts.ts';
import type { FrozenAccount } from '../uploads/uploadRecord.ts';
import { SignInError, toSignInError } from './authErrors.ts';
import { type SignInTarget, scopesFor } from './authScopes.ts';
import type { TenantIds } from './tenantId.ts';
import { unlessAborted } from './unlessAborted.ts';
import { signInReason } from './words/signIn.ts';

/** VS Code's `authentication`, as far as it is used. */
export interface Authentication {
  getSession(
    providerId: string,
    request: SessionRequest,
    options: SessionOptions,
  ): Thenable<vscode.AuthenticationSession | undefined>;
  getAccounts(providerId: string): Thenable<readonly vscode.AuthenticationSessionAccountInformation[]>;
}

/** What the accounts need from the outside world. */
export interface AccountsDeps {
  readonly authentication: Authentication;
  readonly tenantIds: Pick<TenantIds, 'find'>;
  /** The setting `microsoft-sovereign-cloud.environment`, which makes VS Code offer a provider for another cloud. */
  readonly sovereignEnvironment: () => string | undefined;
  /** The secret of the emulator at `base`; `undefined` if this window knows of none there. */
  readonly emulatorSecret: (base: URL) => string | undefined;
}

/** Where to sign in, with the settings as they are written. */
export interface SignInRequest {
  readonly cloud: Cloud;
  /** The app registration's GUID. */
  readonly clientId: string | undefined;
  /** The partner's tenant, as a GUID or a domain; without one it is the account's own. */
  readonly tenantId: string | undefined;
  /** Whether the user insists on going on without an app registration, after hearing that Partner Center will refuse. */
  readonly insists: boolean;
}

/** Whom to sign in: whoever is known already, else anybody; the user's choice; or whoever is known, with a session that is new. */
export type SignInWay = 'if-needed' | 'other-account' | 'again';

type SessionOptions = vscode.AuthenticationGetSessionOptions;
type SessionRequest = readonly string[] | vscode.AuthenticationWwwAuthenticateRequest;

/**
 * The accounts that uploads are made with: the one place that asks VS Code for sessions.
 *
 * Tokens are asked for per request and neither kept nor logged; VS Code caches and renews them.
 */
export class Accounts {
  readonly #deps: AccountsDeps;

  constructor(deps: AccountsDeps) {
    this.#deps = deps;
  }

  /**
   * The account that is signed in, without asking the user; `undefined` if there is none or it has to do something first.
   *
   * @throws {SignInError} if the settings do not lead to a sign-in, or the provider fails.
   * @throws the signal's reason when it is aborted.
   */
  async current(request: SignInRequest, signal: AbortSignal): Promise<FrozenAccount | undefined> {
    return this.#signedIn(request, { silent: true }, signal);
  }

  /**
   * Signs in, and freezes the account with everything that tokens for it are asked for with. Only for commands that the user started.
   *
   * @throws {SignInError} if that fails for a reason.
   * @throws {vscode.CancellationError} if the user called it off.
   * @throws the signal's reason when it is aborted.
   */
  async signIn(request: SignInRequest, way: SignInWay, signal: AbortSignal): Promise<FrozenAccount> {
    const known = way === 'if-needed' ? await this.current(request, signal) : undefined;
    const account = known ?? (await this.#signedIn(request, optionsFor(way), signal));
    if (account === undefined) {
      throw new vscode.CancellationError();
    }
    return account;
  }

  /**
   * The tokens of a frozen account, and of no other.
   *
   * @throws {Error} if its base is not that of its cloud: no token is ever asked for on behalf of another origin.
   */
  of(account: FrozenAccount, ground: Ground): Account {
    const { base, signIn } = cloudOf(account);
    return signIn === undefined
      ? new EmulatorAccount(base, this.#deps)
      : new FrozenSession(account, signIn, ground, this.#deps);
  }

  /** Whether VS Code still knows the account. An account that it knows can lack a token all the same. */
  async isKnown(account: FrozenAccount): Promise<boolean> {
    const { base, signIn } = cloudOf(account);
    if (signIn === undefined) {
      return this.#deps.emulatorSecret(base) !== undefined;
    }
    assertConfigured(account.cloud, this.#deps);
    const known = await this.#deps.authentication.getAccounts(signIn.providerId);
    return known.some(({ id }) => id === account.id);
  }

  async #signedIn(
    request: SignInRequest,
    options: SessionOptions,
    signal: AbortSignal,
  ): Promise<FrozenAccount | undefined> {
    const { cloud } = request;
    const base = cloud.base.origin;
    if (cloud.signIn === undefined) {
      return { cloud: cloud.name, base };
    }
    assertConfigured(cloud.name, this.#deps);
    const target = await this.#targetOf(request, cloud.signIn, signal);
    const session = await getSession(this.#deps, cloud.signIn, scopesFor(cloud.signIn, target), options, signal);
    return session && { cloud: cloud.name, base, id: session.account.id, label: session.account.label, ...target };
  }

  async #targetOf(
    { clientId, tenantId, insists }: SignInRequest,
    { authority }: SignIn,
    signal: AbortSignal,
  ): Promise<SignInTarget> {
    if (clientId === undefined && !insists) {
      throw new SignInError({ is: 'client-id-missing' });
    }
    const client = clientId === undefined ? undefined : readGuid(clientId);
    if (clientId !== undefined && client === undefined) {
      throw new SignInError({ is: 'client-id-malformed' });
    }
    const tenant = tenantId === undefined ? undefined : await this.#deps.tenantIds.find(tenantId, authority, signal);
    return { clientId: client, tenantId: tenant };
  }
}

/**
 * A challenge that every token meets. VS Code hands out the token it has for as long as the clock says that it is good, and only
 * to a challenge does it get a new one (microsoft/vscode, extensions/microsoft-authentication, `authProvider.ts`).
 */
const demandingNothing = `Bearer claims="${btoa('{"access_token":{}}')}"`;

/** The sessions of one account for one upload. */
class FrozenSession implements Account {
  readonly resource: URL;
  readonly #account: FrozenAccount;
  readonly #signIn: SignIn;
  readonly #ground: Ground;
  readonly #deps: AccountsDeps;
  readonly #scopes: readonly string[];
  /** Tells a renewed token from the one before, which is not kept. */
  #lastDigest: string | undefined;

  constructor(account: FrozenAccount, signIn: SignIn, ground: Ground, deps: AccountsDeps) {
    this.resource = signIn.resource;
    this.#account = account;
    this.#signIn = signIn;
    this.#ground = ground;
    this.#deps = deps;
    this.#scopes = scopesFor(signIn, { clientId: account.clientId, tenantId: account.tenantId });
  }

  async token(signal: AbortSignal): Promise<string | undefined> {
    const token = await this.#silentToken(signal);
    return token ?? this.#askForToken(this.#scopes, { createIfNone: { detail: signInReason('continuing') } }, signal);
  }

  async renew(signal: AbortSignal): Promise<string | undefined> {
    const refused = this.#lastDigest;
    const token = await this.#tokenFor(this.#answerTo(demandingNothing), { silent: true }, signal);
    return this.#lastDigest === refused ? undefined : token;
  }

  async stepUp(challenge: string, signal: AbortSignal): Promise<string | undefined> {
    const request = this.#answerTo(challenge);
    const token = await this.#tokenFor(request, { silent: true }, signal);
    return token ?? this.#askForToken(request, { createIfNone: { detail: signInReason('step-up') } }, signal);
  }

  async signInAgain(signal: AbortSignal): Promise<string | undefined> {
    return this.#askForToken(this.#scopes, { forceNewSession: { detail: signInReason('mfa') } }, signal);
  }

  #answerTo(challenge: string): SessionRequest {
    return { wwwAuthenticate: challenge, fallbackScopes: this.#scopes };
  }

  async #silentToken(signal: AbortSignal): Promise<string | undefined> {
    return this.#tokenFor(this.#scopes, { silent: true }, signal);
  }

  /** `undefined` where the user may not be asked, or declines. */
  async #askForToken(
    request: SessionRequest,
    options: SessionOptions,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    if (this.#ground === 'background') {
      return undefined;
    }
    try {
      return await this.#tokenFor(request, options, signal);
    } catch (error) {
      if (error instanceof vscode.CancellationError) {
        return undefined;
      }
      throw error;
    }
  }

  async #tokenFor(request: SessionRequest, options: SessionOptions, signal: AbortSignal): Promise<string | undefined> {
    const { id = '', label = '', cloud } = this.#account;
    assertConfigured(cloud, this.#deps);
    const asThisAccount = { ...options, account: { id, label } };
    const session = await getSession(this.#deps, this.#signIn, request, asThisAccount, signal);
    if (session === undefined) {
      return undefined;
    }
    if (session.account.id !== id) {
      return refuseOther(options);
    }
    this.#lastDigest = hash('sha256', session.accessToken);
    return session.accessToken;
  }
}

/** The emulator has no accounts, but a secret. */
class EmulatorAccount implements Account {
  readonly resource: URL;
  readonly #deps: AccountsDeps;

  constructor(base: URL, deps: AccountsDeps) {
    this.resource = base;
    this.#deps = deps;
  }

  async token(): Promise<string | undefined> {
    return this.#deps.emulatorSecret(this.resource);
  }

  async renew(): Promise<undefined> {
    return undefined;
  }

  async stepUp(): Promise<undefined> {
    return undefined;
  }

  async signInAgain(): Promise<undefined> {
    return undefined;
  }
}

function optionsFor(way: SignInWay): SessionOptions {
  const detail = signInReason('signing-in');
  switch (way) {
    case 'if-needed':
      return { createIfNone: { detail } };
    case 'other-account':
      return { createIfNone: { detail }, clearSessionPreference: true };
    case 'again':
      return { forceNewSession: { detail } };
  }
}

/** @throws {SignInError} if it was the user who chose another account than the upload's. */
function refuseOther({ silent }: SessionOptions): undefined {
  if (silent !== true) {
    throw new SignInError({ is: 'other-account' });
  }
}

async function getSession(
  { authentication }: AccountsDeps,
  { providerId }: SignIn,
  request: SessionRequest,
  options: SessionOptions,
  signal: AbortSignal,
): Promise<vscode.AuthenticationSession | undefined> {
  signal.throwIfAborted();
  try {
    return await unlessAborted(authentication.getSession(providerId, request, options), signal);
  } catch (error) {
    signal.throwIfAborted();
    throw toSignInError(error);
  }
}

/** The cloud that the account was frozen for. @throws {Error} if its base is not that cloud's. */
export function cloudOf({ cloud: name, base }: FrozenAccount): Cloud {
  const cloud = name === 'emulator' ? emulatorAt(new URL(base)) : clouds[name];
  if (cloud?.base.origin !== base) {
    throw new Error(`${base} is not the origin of the cloud ${name}.`);
  }
  return cloud;
}

/** The values of `microsoft-sovereign-cloud.environment` that a cloud can be configured with. */
const environments: Readonly<Record<'china' | 'usGovernment', readonly string[]>> = {
  china: ['ChinaCloud', 'custom'],
  usGovernment: ['USGovernment', 'custom'],
};

/** Without the setting VS Code waits five seconds for a provider that never comes. @throws {SignInError} */
function assertConfigured(cloud: Cloud['name'], { sovereignEnvironment }: AccountsDeps): void {
  if ((cloud === 'china' || cloud === 'usGovernment') && !environments[cloud].includes(sovereignEnvironment() ?? '')) {
    throw new SignInError({ is: 'cloud-not-configured', cloud });
  }
}
