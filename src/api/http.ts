/**
 * One HTTP/1.1 exchange: sends the request as it is and returns the service's own answer, whatever its status.
 *
 * No redirect is followed, nothing is sent twice, no cookie is kept, no header is added but those HTTP needs. Every
 * request needs `https:`, except to the loopback.
 *
 * Once the answer's status and headers are here the exchange has succeeded, even where the body ends early: a cut
 * `202 Accepted` is still an acceptance.
 *
 * @throws {TransportError} and nothing else when no answer came, an aborted signal included.
 */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>;

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent with `Content-Length`. */
  readonly body?: Uint8Array | undefined;
  /** Ends the exchange, with `TransportError` kind `aborted`. */
  readonly signal: AbortSignal;
}

export interface HttpResponse {
  /** 200–599; interim answers (1xx) are skipped. */
  readonly status: number;
  /** The reason phrase, where the other side sent one: an older form of Partner Center says "MFA required" nowhere else. */
  readonly statusText?: string | undefined;
  readonly headers: HttpHeaders;
  /** Decoded from any content encoding; at most `maxAnswerBytes`. */
  readonly body: Uint8Array;
  /** Why the body ends where it does: `cut` by the other side, a time-out or the signal, `too-large` by `maxAnswerBytes`. */
  readonly bodyEnd: 'whole' | 'cut' | 'too-large';
}

/** Far beyond any documented answer; protects the editor from a server that never stops. */
export const maxAnswerBytes = 32 * 1024 * 1024;

/** An answer's headers in the order they came. Names match without case (RFC 9110, 5.1). */
export class HttpHeaders implements Iterable<readonly [name: string, value: string]> {
  readonly #entries: readonly (readonly [string, string])[];

  constructor(entries: Iterable<readonly [name: string, value: string]> = []) {
    this.#entries = [...entries];
  }

  /** The value, several of the same name joined by `, ` (RFC 9110, 5.3); `undefined` if there is none. */
  get(name: string): string | undefined {
    const wanted = name.toLowerCase();
    const values = this.#entries.filter(([known]) => known.toLowerCase() === wanted).map(([, value]) => value);
    return values.length > 0 ? values.join(', ') : undefined;
  }

  [Symbol.iterator](): Iterator<readonly [name: string, value: string]> {
    return this.#entries[Symbol.iterator]();
  }
}

/** Why there is no answer. */
export type TransportFault =
  /** The host's name (or the proxy's) could not be resolved. */
  | 'dns'
  /** Nothing listens there, or there is no route. */
  | 'refused'
  /** The TLS handshake failed or the certificate is not trusted. */
  | 'tls'
  /** The proxy would not open the tunnel, or broke it off. */
  | 'proxy'
  /** The proxy wants credentials (407) that it was not given or did not take. */
  | 'proxy-authentication'
  /** No connection within the connect time-out. */
  | 'connect-timeout'
  /** Connected, but no answer within the answer time-out. */
  | 'answer-timeout'
  /** The connection was closed or reset before the answer's headers were complete. */
  | 'reset'
  /** What came is not HTTP, or its headers are too large. */
  | 'not-http'
  /** The request's signal was aborted. */
  | 'aborted'
  /** None of the above; `cause` says more. */
  | 'other';

/** No answer came. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly fault: TransportFault;
  /**
   * Whether the service can have seen the request: `nothing` only where it is certain that no byte of it went to the
   * service (a `CONNECT` to a proxy is not a byte of it), `maybe` in every other case.
   */
  readonly sent: 'nothing' | 'maybe';

  /** `cause` is for the log; its text must not carry credentials. */
  constructor(fault: TransportFault, sent: 'nothing' | 'maybe', options?: ErrorOptions) {
    super(
      `No answer: ${fault}; ${sent === 'nothing' ? 'nothing was sent' : 'the request may have been sent'}`,
      options,
    );
    this.fault = fault;
    this.sent = sent;
  }
}
