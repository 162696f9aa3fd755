import type { Socket } from 'node:net';

import type { buildConnector } from 'undici';
import requestTunnel from 'undici/lib/api/api-connect.js';
import buildSocketConnector from 'undici/lib/core/connect.js';
import Client from 'undici/lib/dispatcher/client.js';

import { TransportError, type TransportFault } from '../../api/http.ts';
import type { HttpSettings } from './httpSettings.ts';
import { type Route, portOf, proxyFor } from './proxyFor.ts';
import { faultOf } from './transportFault.ts';
import type { Trust } from './trust.ts';

export interface ConnectorOptions {
  readonly settings: HttpSettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asked once, before the first connection with TLS: reading the authorities holds the thread up for a moment. */
  readonly trust: () => Trust;
  /** For everything together: the name, the proxy, its tunnel and the TLS in it. */
  readonly timeoutMs: number;
}

type ProxyRoute = Extract<Route, { via: 'proxy' }>;
type Target = buildConnector.Options;
type OpenSocket = ReturnType<typeof buildSocketConnector>;

/**
 * Opens undici's connections: on the route that `proxyFor` decides, in HTTP/1.1, with the service's certificate verified always
 * and the proxy's unless the settings say otherwise.
 *
 * It fails with `TransportError` only, and `sent` is `nothing`.
 */
export function createConnector(options: ConnectorOptions): buildConnector.connector {
  const connector = new Connector(options);
  return toConnector(target => connector.open(target));
}

class Connector {
  readonly #options: ConnectorOptions;
  readonly #inTheClear = buildSocketConnector({ allowH2: false, timeout: 0 });
  #withTls: Readonly<Record<'service' | 'proxy', OpenSocket>> | undefined;

  constructor(options: ConnectorOptions) {
    this.#options = options;
  }

  async open(target: Target): Promise<Socket> {
    const service = new URL(`${target.protocol}//${target.host ?? target.hostname}`);
    const route = proxyFor(service, this.#options.settings, this.#options.env);
    return before(this.#options.timeoutMs, async signal => {
      switch (route.via) {
        case 'nothing':
          return this.#openService(target, signal);
        case 'proxy':
          return this.#openService({ ...target, httpSocket: await this.#openTunnel(route, service, signal) }, signal);
        case 'unusable-proxy':
          throw new TransportError('proxy', 'nothing', { cause: new Error('The proxy that is set cannot be used.') });
      }
    });
  }

  async #openService(target: Target, signal: AbortSignal): Promise<Socket> {
    try {
      return await openSocket(this.#connectorTo('service', target), target, signal);
    } catch (error) {
      throw connectionError(error, target.protocol === 'https:' ? 'tls' : 'other');
    }
  }

  #connectorTo(what: 'service' | 'proxy', { protocol }: Pick<Target, 'protocol'>): OpenSocket {
    return protocol === 'https:' ? (this.#withTls ??= this.#tlsConnectors())[what] : this.#inTheClear;
  }

  #tlsConnectors() {
    const { trust, settings } = this.#options;
    const trusted = trust();
    return { service: tlsConnector(trusted, true), proxy: tlsConnector(trusted, settings.strictProxySsl) };
  }

  /** RFC 9110, 9.3.6. Not with Node's `http`, which VS Code patches to go through the proxy by itself. */
  async #openTunnel({ proxy, authorization }: ProxyRoute, service: URL, signal: AbortSignal): Promise<Socket> {
    const authority = `${service.hostname}:${portOf(service)}`;
    const client = new Client(proxy, { connect: this.#proxyConnector(signal), headersTimeout: 0 });
    try {
      const { statusCode, socket } = await requestTunnel.call(client, {
        path: authority,
        headers: { host: authority, ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }) },
        signal,
      });
      if (statusCode >= 200 && statusCode < 300) {
        return socket;
      }
      socket.destroy();
      throw refusal(statusCode);
    } catch (error) {
      throw proxyError(error);
    } finally {
      void client.destroy();
    }
  }

  #proxyConnector(signal: AbortSignal): buildConnector.connector {
    return toConnector(async target => {
      // undici derives the name for TLS from the `Host` header, which a `CONNECT` fills with the service's.
      const { servername: _, ...proxy } = target;
      try {
        return await openSocket(this.#connectorTo('proxy', proxy), proxy, signal);
      } catch (error) {
        throw proxyError(error);
      }
    });
  }
}

/** undici's form of a function that opens sockets. */
function toConnector(open: (target: Target) => Promise<Socket>): buildConnector.connector {
  const settle = async (target: Target, callback: buildConnector.Callback): Promise<void> => {
    let socket: Socket;
    try {
      socket = await open(target);
    } catch (error) {
      callback(connectionError(error, 'other'), null);
      return;
    }
    callback(null, socket);
  };
  return (target, callback) => void settle(target, callback);
}

function tlsConnector({ authorities, context }: Trust, rejectUnauthorized: boolean): OpenSocket {
  // `ca` is there already, in the context; seeing it, VS Code's patch of `tls.connect` leaves the connection alone.
  const ca = [...authorities];
  return buildSocketConnector({ ca, secureContext: context, rejectUnauthorized, allowH2: false, timeout: 0 });
}

function openSocket(connect: OpenSocket, target: Target, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(target, (error, opened) => {
      signal.removeEventListener('abort', giveUp);
      if (error === null) {
        resolve(opened);
      } else {
        reject(error);
      }
    });
    const giveUp = (): void => {
      socket.destroy(new TransportError('connect-timeout', 'nothing'));
    };
    signal.addEventListener('abort', giveUp);
    signal.throwIfAborted();
  });
}

/** Gives the work a signal that is aborted when the time is up. */
async function before<T>(timeoutMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new TransportError('connect-timeout', 'nothing')), timeoutMs);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

function refusal(status: number): TransportError {
  const cause = new Error(`The proxy answered CONNECT with ${status}.`);
  return new TransportError(status === 407 ? 'proxy-authentication' : 'proxy', 'nothing', { cause });
}

function proxyError(cause: unknown): TransportError {
  if (cause instanceof TransportError) {
    return cause;
  }
  return new TransportError(faultOf(cause) === 'dns' ? 'dns' : 'proxy', 'nothing', { cause });
}

/** While a connection is being opened, the other side ends it by breaking off the handshake. */
function connectionError(error: unknown, otherwise: TransportFault): TransportError {
  if (error instanceof TransportError) {
    return error;
  }
  const fault = faultOf(error);
  const known = fault === undefined || fault === 'reset' ? otherwise : fault;
  return new TransportError(known, 'nothing', { cause: error });
}
