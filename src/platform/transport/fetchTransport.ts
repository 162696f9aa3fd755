import {
  HttpHeaders,
  type HttpRequest,
  type HttpResponse,
  type Transport,
  TransportError,
  type TransportFault,
  maxAnswerBytes,
} from '../../api/http.ts';
import { errorCode } from '../errorCode.ts';
import { AnswerBody } from './answerBody.ts';
import { assertOnlyHttps } from './onlyHttps.ts';
import type { Timeouts } from './timeouts.ts';
import { faultOf, isCertificateRefusal } from './transportFault.ts';

export interface FetchTransportOptions {
  /** VS Code's, which knows the system's proxy scripts and Kerberos; not HTTP alone decides its headers. */
  readonly fetch: typeof globalThis.fetch;
  readonly timeouts: Timeouts;
}

/** Sends requests with `fetch`. It can seldom tell that nothing was sent, and then says `maybe`. */
export function createFetchTransport({ fetch, timeouts }: FetchTransportOptions): Transport {
  return async request => {
    assertOnlyHttps(request.url);
    const deadline = AbortSignal.timeout(timeouts.connectMs + timeouts.answerMs);
    const signal = AbortSignal.any([request.signal, deadline]);
    if (request.signal.aborted) {
      throw new TransportError('aborted', 'nothing', { cause: request.signal.reason });
    }
    let response: Response;
    try {
      response = await fetch(request.url, { ...initOf(request), signal });
    } catch (error) {
      if (signal.aborted) {
        throw new TransportError(request.signal.aborted ? 'aborted' : 'answer-timeout', 'maybe', { cause: error });
      }
      throw failureOf(error);
    }
    return readAnswer(response);
  };
}

function initOf({ method, headers, body }: HttpRequest): RequestInit {
  return { method, headers: { ...headers }, body: body === undefined ? null : Buffer.from(body), redirect: 'manual' };
}

async function readAnswer(response: Response): Promise<HttpResponse> {
  const { status, statusText } = response;
  if (status < 200 || status > 599) {
    throw new TransportError('not-http', 'maybe');
  }
  const body = new AnswerBody(maxAnswerBytes);
  const end = await readBody(response, body);
  // `fetch` has undone the content codings.
  const headers = new HttpHeaders(response.headers);
  return { status, statusText: statusText || undefined, headers, ...body.end(end, undefined) };
}

async function readBody(response: Response, body: AnswerBody): Promise<HttpResponse['bodyEnd']> {
  try {
    for await (const chunk of response.body ?? []) {
      if (!body.add(chunk)) {
        return 'too-large';
      }
    }
    return 'whole';
  } catch {
    return 'cut';
  }
}

function failureOf(error: unknown): TransportError {
  const causes = causesOf(error);
  const proxyStatus = causes.map(proxyStatusOf).find(status => status !== undefined);
  if (proxyStatus !== undefined) {
    return new TransportError(proxyStatus === '407' ? 'proxy-authentication' : 'proxy', 'nothing', { cause: error });
  }
  const fault: TransportFault = causes.map(faultOf).find(known => known !== undefined) ?? 'other';
  return new TransportError(fault, causes.some(isBeforeSending) ? 'nothing' : 'maybe', { cause: error });
}

/** `fetch` says "fetch failed" and leaves the reasons to the causes, several addresses to several errors. */
function causesOf(error: unknown): readonly unknown[] {
  if (!(error instanceof Error)) {
    return [error];
  }
  const parts = error instanceof AggregateError ? error.errors : [];
  return [error, ...parts, ...(error.cause === undefined ? [] : causesOf(error.cause))];
}

/** undici has no code for a proxy's refusal, only this text. */
function proxyStatusOf(error: unknown): string | undefined {
  return error instanceof Error ? /^Proxy response \((\d{3})\)/.exec(error.message)?.[1] : undefined;
}

const codesBeforeSending: ReadonlySet<unknown> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function isBeforeSending(error: unknown): boolean {
  return (
    isCertificateRefusal(error) ||
    codesBeforeSending.has(errorCode(error)) ||
    (error instanceof Error && 'syscall' in error && error.syscall === 'connect')
  );
}
