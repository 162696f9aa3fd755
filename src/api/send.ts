import type { Account } from './account.ts';
import { ApiError, type ExchangeIds } from './apiError.ts';
import { type Exchange, type ExchangePorts, exchange } from './exchange.ts';
import { Grant } from './grant.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import { judge, keepsRequestId } from './judge.ts';
import { isLoopback } from './loopback.ts';
import { Patience } from './patience.ts';
import { requestHeaders } from './requestHeaders.ts';

/** What a call needs from the outside world. */
export interface SendPorts extends ExchangePorts {
  readonly account: Account;
  /** Rejects with the signal's reason when it is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new GUID. */
  readonly newId: () => string;
}

/** A call that may be repeated at will. */
export interface Reading {
  readonly kind: 'reading';
  readonly url: URL;
  readonly continuationToken?: string | undefined;
}

/** How to keep track of a submission. */
export interface Tracking {
  /** `MS-RequestId` of the first attempt; a new one if absent. */
  readonly requestId?: string | undefined;
  /** Awaited before each attempt, with the `MS-RequestId` it will have, so that it can be written down first. */
  readonly beforeSend?: ((requestId: string) => Promise<void>) | undefined;
}

/** A call that changes something: it is repeated only while it is certain that it was not accepted. */
export interface Submission extends Tracking {
  readonly kind: 'submission';
  readonly url: URL;
  readonly body: Uint8Array;
}

/** An answer of success, whatever its body. */
export interface Answered {
  readonly response: HttpResponse;
  readonly ids: ExchangeIds;
}

/**
 * Makes a call, repeats it with patience where that is safe, and returns the answer of success.
 *
 * `MS-RequestId` stays the same after no answer, 408, 429 and 5xx, and is new after any other answer (Partner Center
 * REST, "Partner Center REST headers").
 *
 * @throws {ApiError} when the call fails.
 * @throws the signal's reason when it is aborted and it is certain that nothing was accepted; a submission on its way
 *   fails with `unknown-outcome` instead.
 * @throws whatever the account or `beforeSend` throws.
 */
export async function send(call: Reading | Submission, ports: SendPorts, signal: AbortSignal): Promise<Answered> {
  assertOwnOrigin(call.url, ports.account.resource);
  const patience = new Patience();
  const grant = new Grant(ports.account);
  let requestId = (call.kind === 'submission' ? call.requestId : undefined) ?? ports.newId();
  for (;;) {
    const done = await attempt(call, requestId, grant, ports, signal);
    const judgement = judge(call.kind, done, ports.now());
    const cause = done.is === 'unanswered' ? { cause: done.error } : undefined;
    switch (judgement.is) {
      case 'success':
        return { response: judgement.response, ids: done.ids };
      case 'failure':
        if (judgement.failure.reason !== 'unknown-outcome') {
          signal.throwIfAborted();
        }
        throw new ApiError(judgement.failure, done.ids, cause);
      case 'unauthorized':
        await grant.improve(judgement, done.ids, signal);
        break;
      case 'again': {
        const ms = patience.nextPause(judgement.pause, judgement.retryAfterMs);
        if (ms === undefined) {
          throw new ApiError(judgement.failure, done.ids, cause);
        }
        const { correlationId } = done.ids;
        ports.observe({ is: 'waiting', correlationId, ms, because: judgement.failure.reason });
        await ports.sleep(ms, signal);
        break;
      }
    }
    requestId = keepsRequestId(done) ? requestId : ports.newId();
  }
}

async function attempt(
  call: Reading | Submission,
  requestId: string,
  grant: Grant,
  ports: SendPorts,
  signal: AbortSignal,
): Promise<Exchange> {
  signal.throwIfAborted();
  const token = await grant.token(signal);
  const submission = call.kind === 'submission' ? call : undefined;
  await submission?.beforeSend?.(requestId);
  signal.throwIfAborted();
  const ids = { requestId, correlationId: ports.newId() };
  const continuationToken = call.kind === 'reading' ? call.continuationToken : undefined;
  const request: HttpRequest = {
    method: submission === undefined ? 'GET' : 'POST',
    url: call.url,
    headers: requestHeaders({ ...ids, hasBody: submission !== undefined, continuationToken }),
    body: submission?.body,
    signal,
  };
  return exchange(request, `Bearer ${token}`, ids, ports);
}

/** A token must not be asked for, still less sent, for another origin than its own, nor in the clear beyond this machine. */
function assertOwnOrigin(url: URL, resource: URL): void {
  if (url.origin !== resource.origin) {
    throw new Error(`A token for ${resource.origin} is not for ${url.origin}`);
  }
  if (url.protocol !== 'https:' && !isLoopback(url)) {
    throw new Error(`No token goes over ${url.protocol}`);
  }
}
