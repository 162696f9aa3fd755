import type { Account } from './account.ts';
import { ApiError, type ExchangeIds } from './apiError.ts';
import type { Judgement } from './judge.ts';

type Refusal = Extract<Judgement, { is: 'unauthorized' }>;

/** The tokens of one call. Each way to a better one is tried once. */
export class Grant {
  readonly #account: Account;
  readonly #tried = new Set<Refusal['remedy']['is']>();
  #better: string | undefined;

  constructor(account: Account) {
    this.#account = account;
  }

  /** @throws {ApiError} `signed-out` where the account has none. */
  async token(signal: AbortSignal): Promise<string> {
    const token = this.#better ?? (await this.#account.token(signal));
    this.#better = undefined;
    if (token === undefined) {
      throw new ApiError({ reason: 'signed-out' }, undefined);
    }
    return token;
  }

  /**
   * Gets the token for the next attempt after a 401.
   *
   * @throws {ApiError} if there is no better one to be had.
   */
  async improve({ answer, remedy }: Refusal, ids: ExchangeIds, signal: AbortSignal): Promise<void> {
    this.#better = this.#tried.has(remedy.is) ? undefined : await this.#ask(remedy, signal);
    this.#tried.add(remedy.is);
    if (this.#better === undefined) {
      throw new ApiError({ reason: reasons[remedy.is], answer }, ids);
    }
  }

  async #ask(remedy: Refusal['remedy'], signal: AbortSignal): Promise<string | undefined> {
    switch (remedy.is) {
      case 'step-up':
        return this.#account.stepUp(remedy.challenge, signal);
      case 'mfa':
        return this.#account.signInAgain(signal);
      case 'renewal':
        return this.#account.renew(signal);
    }
  }
}

const reasons = { 'step-up': 'step-up-required', mfa: 'mfa-required', renewal: 'unauthorized' } as const;
