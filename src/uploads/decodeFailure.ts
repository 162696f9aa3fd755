import type { ApiFailure, ExchangeIds, NoAnswer, ServiceAnswer } from '../api/apiError.ts';
import type { TransportFault } from '../api/http.ts';
import type { Fields } from './fields.ts';

const reasons: Readonly<Record<ApiFailure['reason'], true>> = {
  'signed-out': true,
  unauthorized: true,
  'mfa-required': true,
  'step-up-required': true,
  forbidden: true,
  'not-found': true,
  conflict: true,
  'too-large': true,
  refused: true,
  redirected: true,
  throttled: true,
  unavailable: true,
  unreachable: true,
  'unknown-outcome': true,
  unreadable: true,
  unaddressable: true,
};

const faults: Readonly<Record<TransportFault, true>> = {
  dns: true,
  refused: true,
  tls: true,
  proxy: true,
  'proxy-authentication': true,
  'connect-timeout': true,
  'answer-timeout': true,
  reset: true,
  'not-http': true,
  aborted: true,
  other: true,
};

/** @throws {Malformed} */
export function decodeFailure(failure: Fields): ApiFailure {
  const reason = failure.keyOf('reason', reasons);
  if (reason === 'signed-out' || reason === 'unaddressable') {
    return { reason };
  }
  if (reason === 'unreachable') {
    return { reason, fault: failure.keyOf('fault', faults) };
  }
  if (reason === 'unknown-outcome') {
    return { reason, because: decodeCause(failure.object('because')) };
  }
  const answer = decodeAnswer(failure.object('answer'));
  return reason === 'unreadable'
    ? { reason, answer, end: failure.oneOf('end', 'whole', 'cut', 'too-large') }
    : { reason, answer };
}

/** @throws {Malformed} */
export function decodeIds(ids: Fields): ExchangeIds {
  const received = ids.optional('received', () => ids.object('received'));
  return {
    requestId: ids.text('requestId'),
    correlationId: ids.text('correlationId'),
    received: received && {
      requestId: received.optionalText('requestId'),
      correlationId: received.optionalText('correlationId'),
      vector: received.optionalText('vector'),
      serverId: received.optionalText('serverId'),
      date: received.optionalText('date'),
    },
  };
}

function decodeCause(cause: Fields): ServiceAnswer | NoAnswer {
  return cause.oneOf('is', 'answer', 'no-answer') === 'answer'
    ? decodeAnswer(cause)
    : { is: 'no-answer', fault: cause.keyOf('fault', faults) };
}

function decodeAnswer(answer: Fields): ServiceAnswer {
  return {
    is: 'answer',
    status: answer.count('status'),
    code: answer.optionalText('code'),
    text: answer.optionalText('text'),
    details: answer.texts('details'),
    body: answer.oneOf('body', 'json', 'markup', 'text', 'empty'),
    retryAfterMs: answer.optional('retryAfterMs', () => answer.time('retryAfterMs')),
  };
}
