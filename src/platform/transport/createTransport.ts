import { type HttpResponse, type Transport, TransportError } from '../../api/http.ts';
import type { HttpClient } from '../settings.ts';
import { createFetchTransport } from './fetchTransport.ts';
import type { HttpSettings } from './httpSettings.ts';
import { isLoopback } from './proxyFor.ts';
import { type Timeouts, defaultTimeouts } from './timeouts.ts';
import { type OpenTransport, createUndiciTransport } from './undiciTransport.ts';

export interface TransportOptions {
  /** Asked before every request. */
  readonly client: () => HttpClient;
  /** Asked before every request. */
  readonly settings: () => HttpSettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** VS Code's own. */
  readonly fetch: typeof globalThis.fetch;
  /** Told once, when `auto` has changed to VS Code's `fetch`, and why. */
  readonly onFallback: (reason: TransportError) => void;
  readonly timeouts?: Timeouts;
}

/** The transport of the product: the client that the settings name. */
export function createTransport(options: TransportOptions): OpenTransport {
  const { client, settings, env, fetch, onFallback, timeouts = defaultTimeouts } = options;
  const undici = createUndiciTransport({ settings, env, timeouts });
  const vscode = createFetchTransport({ fetch, timeouts });
  const auto = fallingBack(undici.send, vscode, onFallback);
  return {
    send: async request => {
      switch (client()) {
        case 'auto':
          return auto(request);
        case 'undici':
          return undici.send(request);
        case 'vscode':
          return vscode(request);
      }
    },
    dispose: () => undici.dispose(),
  };
}

/**
 * Sends with `first` until a connection fails before any byte is sent and `second` gets an answer in its place; from then on
 * with `second`.
 *
 * Where both get nowhere, it is the network rather than `first`. On this machine there is nothing that `second` could know better.
 */
export function fallingBack(
  first: Transport,
  second: Transport,
  onFallback: (reason: TransportError) => void,
): Transport {
  let fallenBack = false;
  return async request => {
    if (fallenBack && !isLoopback(request.url)) {
      return second(request);
    }
    try {
      return await first(request);
    } catch (reason) {
      if (!isUnsent(reason) || isLoopback(request.url)) {
        throw reason;
      }
      const answer = await insteadOf(reason, second(request));
      if (!fallenBack) {
        fallenBack = true;
        onFallback(reason);
      }
      return answer;
    }
  };
}

/** Where the second attempt does not get further either, the first one's reason is the more exact. */
async function insteadOf(reason: TransportError, second: Promise<HttpResponse>): Promise<HttpResponse> {
  try {
    return await second;
  } catch (error) {
    throw isUnsent(error) ? reason : error;
  }
}

function isUnsent(error: unknown): error is TransportError {
  return error instanceof TransportError && error.sent === 'nothing' && error.fault !== 'aborted';
}
