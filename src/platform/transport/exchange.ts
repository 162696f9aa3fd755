import type { IncomingHttpHeaders } from 'node:http';

import type { Dispatcher } from 'undici';

import {
  HttpHeaders,
  type HttpRequest,
  type HttpResponse,
  TransportError,
  type TransportFault,
  maxAnswerBytes,
} from '../../api/http.ts';
import { AnswerBody } from './answerBody.ts';
import { faultOf } from './transportFault.ts';

/** Sends the request over one of the dispatcher's connections. @throws {TransportError} as `Transport` says. */
export async function exchange(
  dispatcher: Dispatcher,
  { method, url, headers, body, signal }: HttpRequest,
  answerTimeoutMs: number,
): Promise<HttpResponse> {
  if (signal.aborted) {
    throw new TransportError('aborted', 'nothing', { cause: signal.reason });
  }
  const running = new Exchange(signal, answerTimeoutMs);
  const path = url.pathname + url.search;
  dispatcher.dispatch({ origin: url.origin, path, method, headers, body: body ?? null }, running);
  return running.answer;
}

/** What undici tells about one request, gathered into its answer. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #outcome = Promise.withResolvers<HttpResponse>();
  readonly #signal: AbortSignal;
  readonly #answerTimeoutMs: number;
  readonly #body = new AnswerBody(maxAnswerBytes);
  /** There as soon as the request is about to be written to a connection. */
  #controller: Dispatcher.DispatchController | undefined;
  #head: Omit<HttpResponse, 'body' | 'bodyEnd'> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #over = false;

  constructor(signal: AbortSignal, answerTimeoutMs: number) {
    this.#signal = signal;
    this.#answerTimeoutMs = answerTimeoutMs;
    signal.addEventListener('abort', this.#onAbort);
  }

  get answer(): Promise<HttpResponse> {
    return this.#outcome.promise;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#over) {
      controller.abort(new Error('The request was called off before there was a connection.'));
      return;
    }
    this.#controller = controller;
    this.#timer = setTimeout(() => this.#stop('answer-timeout'), this.#answerTimeoutMs);
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
    statusText?: string,
  ): void {
    if (status >= 200 && status <= 599) {
      this.#head = { status, statusText: statusText || undefined, headers: new HttpHeaders(entriesOf(headers)) };
    } else if (status >= 600) {
      this.#stop('not-http');
    }
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (!this.#body.add(chunk)) {
      this.#finish('too-large');
    }
  }

  onResponseEnd(): void {
    this.#finish('whole');
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    if (error instanceof TransportError) {
      this.#fail(error);
      return;
    }
    const fault = faultOf(error) ?? 'other';
    this.#stop(fault === 'connect-timeout' ? 'answer-timeout' : fault, error);
  }

  readonly #onAbort = (): void => this.#stop('aborted', this.#signal.reason);

  /** Ends what will not end well; an answer whose headers are here is an answer all the same. */
  #stop(fault: TransportFault, cause?: unknown): void {
    if (this.#over) {
      return;
    }
    if (this.#head === undefined) {
      this.#fail(new TransportError(fault, this.#controller === undefined ? 'nothing' : 'maybe', { cause }));
    } else {
      this.#finish('cut');
    }
  }

  #finish(end: HttpResponse['bodyEnd']): void {
    if (this.#head !== undefined) {
      const response = { ...this.#head, ...this.#body.end(end, this.#head.headers.get('Content-Encoding')) };
      // undici takes the connection back in an immediate of its own; a request that follows at once shall find it.
      setImmediate(() => setImmediate(() => this.#outcome.resolve(response)));
      this.#close();
    }
  }

  #fail(error: TransportError): void {
    this.#outcome.reject(error);
    this.#close();
  }

  #close(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#signal.removeEventListener('abort', this.#onAbort);
    this.#controller?.abort(new Error('The exchange is over.'));
  }
}

function* entriesOf(headers: IncomingHttpHeaders): Iterable<readonly [string, string]> {
  for (const [name, value = ''] of Object.entries(headers)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      yield [name, one];
    }
  }
}
