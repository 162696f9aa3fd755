import { serviceErrorOf } from '../core/deviceErrors.ts';
import type { ApiFailure, ServiceAnswer } from './apiError.ts';
import { claimsChallengeOf } from './claimsChallenge.ts';
import type { Exchange } from './exchange.ts';
import type { HttpResponse, TransportError } from './http.ts';
import { serviceAnswerOf } from './wire/serviceAnswer.ts';

/** A reading can be repeated at will. A submission changes something, and must not be repeated if it may have arrived. */
export type CallKind = 'reading' | 'submission';

/** What an exchange means for its call. */
export type Judgement =
  | { readonly is: 'success'; readonly response: HttpResponse }
  | { readonly is: 'failure'; readonly failure: ApiFailure }
  /** It may be sent again after a pause; `failure` is what to report when patience ends. */
  | {
      readonly is: 'again';
      readonly pause: 'outage' | 'throttle';
      readonly retryAfterMs: number | undefined;
      readonly failure: ApiFailure;
    }
  /** 401: another token may help. */
  | {
      readonly is: 'unauthorized';
      readonly answer: ServiceAnswer;
      readonly remedy: { readonly is: 'step-up'; readonly challenge: string } | { readonly is: 'mfa' | 'renewal' };
    };

/** Decides what an exchange means for its call. `now`: milliseconds since 1970. */
export function judge(kind: CallKind, exchange: Exchange, now: number): Judgement {
  if (exchange.is === 'unanswered') {
    return judgeNoAnswer(kind, exchange.error);
  }
  const { response } = exchange;
  if (response.status < 200 || response.status > 299) {
    return judgeAnswer(kind, response, serviceAnswerOf(response, now));
  }
  if (kind === 'submission' || response.bodyEnd === 'whole') {
    return { is: 'success', response };
  }
  const failure: ApiFailure = { reason: 'unreadable', answer: serviceAnswerOf(response, now), end: response.bodyEnd };
  return response.bodyEnd === 'cut' ? again('outage', failure) : { is: 'failure', failure };
}

/** Whether the next attempt is the same request to the service: it gave no answer, or one that says "later". */
export function keepsRequestId(exchange: Exchange): boolean {
  const status = exchange.is === 'answered' ? exchange.response.status : undefined;
  return status === undefined || status === 408 || status === 429 || status >= 500;
}

function judgeNoAnswer(kind: CallKind, { fault, sent }: TransportError): Judgement {
  if (kind === 'submission' && sent === 'maybe') {
    return { is: 'failure', failure: { reason: 'unknown-outcome', because: { is: 'no-answer', fault } } };
  }
  const failure: ApiFailure = { reason: 'unreachable', fault };
  switch (fault) {
    // Nothing about these changes by itself.
    case 'tls':
    case 'proxy-authentication':
    case 'aborted':
      return { is: 'failure', failure };
    case 'dns':
    case 'refused':
    case 'proxy':
    case 'connect-timeout':
    case 'answer-timeout':
    case 'reset':
    case 'not-http':
    case 'other':
      return again('outage', failure);
  }
}

function judgeAnswer(kind: CallKind, response: HttpResponse, answer: ServiceAnswer): Judgement {
  const { status, retryAfterMs } = answer;
  if (status === 401) {
    return { is: 'unauthorized', answer, remedy: remedyOf(response, answer) };
  }
  if (status === 429) {
    return again('throttle', { reason: 'throttled', answer }, retryAfterMs);
  }
  if (status === 503 && retryAfterMs !== undefined) {
    return again('throttle', { reason: 'unavailable', answer }, retryAfterMs);
  }
  if (status === 408 || status >= 500) {
    return judgeOutage(kind, answer);
  }
  return { is: 'failure', failure: { reason: refusalOf(status), answer } };
}

/** 408 and 5xx: the service may have taken the request before it failed. */
function judgeOutage(kind: CallKind, answer: ServiceAnswer): Judgement {
  if (kind === 'submission') {
    return { is: 'failure', failure: { reason: 'unknown-outcome', because: answer } };
  }
  const failure: ApiFailure = { reason: 'unavailable', answer };
  return [408, 500, 502, 503, 504].includes(answer.status) ? again('outage', failure) : { is: 'failure', failure };
}

function refusalOf(status: number): 'forbidden' | 'not-found' | 'conflict' | 'too-large' | 'redirected' | 'refused' {
  switch (status) {
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 409:
      return 'conflict';
    case 413:
      return 'too-large';
    default:
      return status < 400 ? 'redirected' : 'refused';
  }
}

function remedyOf(response: HttpResponse, answer: ServiceAnswer): Extract<Judgement, { is: 'unauthorized' }>['remedy'] {
  const challenge = claimsChallengeOf(response.headers.get('WWW-Authenticate'));
  if (challenge !== undefined) {
    return { is: 'step-up', challenge };
  }
  const text = `${answer.text ?? ''} ${response.statusText ?? ''}`;
  return { is: serviceErrorOf({ ...answer, text })?.id === 'mfa-required' ? 'mfa' : 'renewal' };
}

function again(pause: 'outage' | 'throttle', failure: ApiFailure, retryAfterMs?: number): Judgement {
  return { is: 'again', pause, retryAfterMs, failure };
}
