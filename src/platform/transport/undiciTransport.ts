import Agent from 'undici/lib/dispatcher/agent.js';

import type { Transport } from '../../api/http.ts';
import { createConnector } from './connector.ts';
import { exchange } from './exchange.ts';
import type { HttpSettings } from './httpSettings.ts';
import { assertOnlyHttps } from './onlyHttps.ts';
import type { Timeouts } from './timeouts.ts';
import { type Trust, readTrust } from './trust.ts';

export interface UndiciTransportOptions {
  /** Asked before every request. A change closes the connections that were opened before it. */
  readonly settings: () => HttpSettings;
  /** `HTTPS_PROXY`, `NO_PROXY` and their kin. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeouts: Timeouts;
  readonly trust?: (settings: HttpSettings) => Trust;
}

/** A `Transport` with what it holds open. */
export interface OpenTransport {
  readonly send: Transport;
  /** Closes every connection; what is under way fails as `aborted`. */
  dispose(): void;
}

/**
 * Sends requests with undici over a dispatcher of its own, in HTTP/1.1, and leaves that of the process alone.
 *
 * Connections are kept for undici's four seconds, or as long as the service says: one that the other side closes while
 * a request is on its way makes that request's outcome unknown.
 */
export function createUndiciTransport(options: UndiciTransportOptions): OpenTransport {
  const { settings, env, timeouts, trust = readTrust } = options;
  let current: { readonly key: string; readonly agent: Agent } | undefined;

  const agentFor = (now: HttpSettings): Agent => {
    const key = JSON.stringify(now);
    if (current?.key !== key) {
      void current?.agent.close();
      const connect = createConnector({ settings: now, env, trust: () => trust(now), timeoutMs: timeouts.connectMs });
      current = { key, agent: new Agent({ connect, allowH2: false, headersTimeout: 0, bodyTimeout: 0 }) };
    }
    return current.agent;
  };

  return {
    send: async request => {
      assertOnlyHttps(request.url);
      return exchange(agentFor(settings()), request, timeouts.answerMs);
    },
    dispose: () => void current?.agent.destroy(),
  };
}
