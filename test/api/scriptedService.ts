import type { Account } from '../../src/api/account.ts';
import type { ExchangeEvent } from '../../src/api/exchange.ts';
import { HttpHeaders, type HttpRequest, type HttpResponse, TransportError } from '../../src/api/http.ts';
import type { SendPorts } from '../../src/api/send.ts';

/** An answer with a body of JSON, or of the text given. */
export function answer(
  status: number,
  body: unknown = '',
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  return {
    status,
    headers: new HttpHeaders(Object.entries(headers)),
    body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
    bodyEnd: 'whole',
  };
}

/** What happens to a request: an answer, no answer, or whatever a test wants to do in the middle. */
export type Step = HttpResponse | TransportError | ((request: HttpRequest) => HttpResponse | TransportError);

/**
 * A service that answers by a script, with a clock that only pauses move and an account that counts.
 *
 * Tokens are `token-1`, `token-2`, …; ids are GUIDs that end in 1, 2, …; the time starts at 1,000,000.
 */
export class ScriptedService {
  readonly requests: HttpRequest[] = [];
  readonly events: ExchangeEvent[] = [];
  readonly pauses: number[] = [];
  /** What was asked of the account: `token`, `renew`, `stepUp <challenge>`, `signInAgain`. */
  readonly asked: string[] = [];
  readonly ports: SendPorts;
  readonly #script: Step[];
  #now = 1_000_000;
  #ids = 0;

  constructor(script: readonly Step[], account: Partial<Account> = {}) {
    this.#script = [...script];
    this.ports = {
      transport: async request => this.#answer(request),
      account: { ...this.#account(), ...account },
      sleep: async (ms, signal) => {
        signal.throwIfAborted();
        this.pauses.push(ms);
        this.#now += ms;
      },
      now: () => this.#now,
      newId: () => `00000000-0000-4000-8000-${String(++this.#ids).padStart(12, '0')}`,
      observe: event => this.events.push(event),
    };
  }

  /** The header of each request so far; `undefined` where it had none. */
  sent(header: string): readonly (string | undefined)[] {
    return this.requests.map(({ headers }) => headers[header]);
  }

  #answer(request: HttpRequest): HttpResponse {
    this.requests.push(request);
    const step = this.#script.shift();
    const result = typeof step === 'function' ? step(request) : step;
    if (result === undefined) {
      throw new Error(`Unexpected request ${this.requests.length}: ${request.method} ${request.url.href}`);
    }
    if (result instanceof TransportError) {
      throw result;
    }
    return result;
  }

  #account(): Account {
    let tokens = 0;
    const ask = async (what: string) => {
      this.asked.push(what);
      return `token-${++tokens}`;
    };
    return {
      resource: new URL('https://api.partnercenter.microsoft.com'),
      token: () => ask('token'),
      renew: () => ask('renew'),
      stepUp: challenge => ask(`stepUp ${challenge}`),
      signInAgain: () => ask('signInAgain'),
    };
  }
}
