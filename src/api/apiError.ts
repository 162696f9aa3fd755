import type { TransportFault } from './http.ts';

/** What the service said when it did not do what was asked. Its texts are foreign. */
export interface ServiceAnswer {
  readonly is: 'answer';
  readonly status: number;
  /** Digits mostly, but not always. The same code means different things under different statuses. */
  readonly code: string | undefined;
  /** In the service's words; a page's title where it sent a page; the reason phrase where it sent nothing. */
  readonly text: string | undefined;
  /** What it adds to the text: names of members, mostly. */
  readonly details: readonly string[];
  readonly body: 'json' | 'markup' | 'text' | 'empty';
  /** How long it wants to be left alone. */
  readonly retryAfterMs: number | undefined;
}

/** No answer came. */
export interface NoAnswer {
  readonly is: 'no-answer';
  readonly fault: TransportFault;
}

/** Why a call failed, in terms that a caller can act on. */
export type ApiFailure =
  /** There is no token for the account; nothing was sent. */
  | { readonly reason: 'signed-out' }
  /** 401 that no renewal of the token mended. */
  | { readonly reason: 'unauthorized'; readonly answer: ServiceAnswer }
  /** The token was issued without multi-factor authentication, and no fresh sign-in mended that. */
  | { readonly reason: 'mfa-required'; readonly answer: ServiceAnswer }
  /** 401 with claims that a token must have, and stepping up did not get them. */
  | { readonly reason: 'step-up-required'; readonly answer: ServiceAnswer }
  | { readonly reason: 'forbidden'; readonly answer: ServiceAnswer }
  | { readonly reason: 'not-found'; readonly answer: ServiceAnswer }
  | { readonly reason: 'conflict'; readonly answer: ServiceAnswer }
  /** 413: smaller parts may go through. */
  | { readonly reason: 'too-large'; readonly answer: ServiceAnswer }
  /** Any other refusal (4xx): the request is wrong, and repeating it is useless. */
  | { readonly reason: 'refused'; readonly answer: ServiceAnswer }
  /** The service points elsewhere (3xx); it is not followed. */
  | { readonly reason: 'redirected'; readonly answer: ServiceAnswer }
  /** 429, with patience used up; nothing was accepted. */
  | { readonly reason: 'throttled'; readonly answer: ServiceAnswer }
  /** 408 or 5xx to a reading, or 503 with `Retry-After` to anything, with patience used up; nothing was accepted. */
  | { readonly reason: 'unavailable'; readonly answer: ServiceAnswer }
  /** No answer to a reading, or nothing of the request was sent; patience is used up. */
  | { readonly reason: 'unreachable'; readonly fault: TransportFault }
  /**
   * A request that changes something may have been accepted or not, and must not be repeated unseen: its answer got
   * lost, says nothing (408, 5xx), or is none of the service's (a page in place of an acceptance).
   */
  | { readonly reason: 'unknown-outcome'; readonly because: ServiceAnswer | NoAnswer }
  /** An answer of success that cannot be read. */
  | {
      readonly reason: 'unreadable';
      readonly answer: ServiceAnswer;
      readonly end: 'whole' | 'cut' | 'too-large';
    }
  /** The batch's name cannot stand in an address (`.`, `..`, half a character); nothing was sent. */
  | { readonly reason: 'unaddressable' };

/** The ids of one exchange: quote them to the service's support. */
export interface ExchangeIds {
  /** `MS-RequestId` as sent. */
  readonly requestId: string;
  /** `MS-CorrelationId` as sent. */
  readonly correlationId: string;
  /** As received, which may differ from those sent; `undefined` where no answer came. Foreign text. */
  readonly received?: ReceivedIds | undefined;
}

export interface ReceivedIds {
  readonly requestId?: string | undefined;
  readonly correlationId?: string | undefined;
  /** `MS-CV`. */
  readonly vector?: string | undefined;
  /** `MS-ServerId`. */
  readonly serverId?: string | undefined;
  readonly date?: string | undefined;
}

/** Partner Center did not do what was asked. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly failure: ApiFailure;
  /** Of the last exchange; `undefined` where nothing was sent. */
  readonly ids: ExchangeIds | undefined;

  constructor(failure: ApiFailure, ids: ExchangeIds | undefined, options?: ErrorOptions) {
    super(summaryOf(failure), options);
    this.failure = failure;
    this.ids = ids;
  }

  /** Narrows to some reasons, so that callers never match on message text. */
  static is<R extends ApiFailure['reason']>(
    error: unknown,
    ...reasons: readonly R[]
  ): error is ApiError & { readonly failure: Extract<ApiFailure, { reason: R }> } {
    return error instanceof ApiError && reasons.some(reason => reason === error.failure.reason);
  }
}

/** For the log, in English and without any of the service's words. */
function summaryOf(failure: ApiFailure): string {
  const answer = 'answer' in failure ? failure.answer : 'because' in failure ? failure.because : undefined;
  const fault = 'fault' in failure ? failure.fault : answer?.is === 'no-answer' ? answer.fault : undefined;
  const status = answer?.is === 'answer' ? answer.status : undefined;
  return `Partner Center request failed: ${[failure.reason, status, fault].filter(part => part !== undefined).join(', ')}`;
}
