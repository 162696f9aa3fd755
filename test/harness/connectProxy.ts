import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

import { portOf } from './portOf.ts';

/**
 * What the proxy does with a tunnel to a host it knows: `tunnel` it, `refuse` it with 502, or `break` it once the client
 * has sent its first bytes, which are its TLS hello.
 */
export type ProxyMode = 'tunnel' | 'refuse' | 'break';

/** An HTTP proxy on 127.0.0.1 that lets nothing out: a tunnel to any other host is refused with 403. */
export class ConnectProxy implements AsyncDisposable {
  mode: ProxyMode = 'tunnel';
  /** `user:password` that clients must show (Basic, RFC 7617); anybody may pass without it. */
  credentials: string | undefined;
  /** Names and ports that may be reached; a test takes one away to be offline. */
  readonly hosts: Map<string, number>;
  /** `<host>:<port>` of every tunnel that was made, in order. */
  readonly tunnels: string[] = [];
  /** `<host>:<port>`, or the address, of everything that was asked for and is not to be had here. */
  readonly refusals: string[] = [];
  readonly #sockets = new Set<Duplex>();
  readonly #server = createServer();

  /** @param hosts the names that tunnels may lead to, each with the port on 127.0.0.1 that answers for it */
  static async start(hosts: Readonly<Record<string, number>>): Promise<ConnectProxy> {
    const proxy = new ConnectProxy(hosts);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  private constructor(hosts: Readonly<Record<string, number>>) {
    this.hosts = new Map(Object.entries(hosts));
    this.#server.on('connect', (request: IncomingMessage, socket: Duplex) => this.#connect(request, socket));
    this.#server.on('request', (request, response) => {
      this.refusals.push(request.url ?? '');
      response.writeHead(403).end();
    });
  }

  /** `http://127.0.0.1:<port>`, as the setting `http.proxy` wants it. */
  get address(): string {
    return `http://127.0.0.1:${portOf(this.#server)}`;
  }

  /** Ends the tunnels that are open, so that clients must ask anew. */
  cutTunnels(): void {
    this.#sockets.forEach(socket => socket.destroy());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    // Node does not count a socket that became a tunnel among the server's connections.
    this.cutTunnels();
    await once(this.#server, 'close');
  }

  #connect(request: IncomingMessage, socket: Duplex): void {
    const target = request.url ?? '';
    this.#keep(socket);
    if (!this.#mayPass(request)) {
      end(socket, '407 Proxy Authentication Required', 'Proxy-Authenticate: Basic realm="test"');
      return;
    }
    const port = target.endsWith(':443') ? this.hosts.get(target.slice(0, -':443'.length)) : undefined;
    if (port === undefined) {
      this.refusals.push(target);
      end(socket, '403 Forbidden');
      return;
    }
    switch (this.mode) {
      case 'tunnel':
        this.tunnels.push(target);
        this.#tunnel(socket, port);
        break;
      case 'refuse':
        end(socket, '502 Bad Gateway');
        break;
      case 'break':
        socket.write(established);
        socket.once('data', () => socket.destroy());
        break;
    }
  }

  #tunnel(socket: Duplex, port: number): void {
    const target = connect(port, '127.0.0.1');
    this.#keep(target);
    target.once('connect', () => {
      socket.write(established);
      socket.pipe(target).pipe(socket);
    });
    target.once('close', () => socket.destroy());
    socket.once('close', () => target.destroy());
  }

  #mayPass({ headers }: IncomingMessage): boolean {
    if (this.credentials === undefined) {
      return true;
    }
    const wanted = `Basic ${Buffer.from(this.credentials).toString('base64')}`;
    return headers['proxy-authorization'] === wanted;
  }

  #keep(socket: Duplex): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    // A client that goes away in the middle is nothing to report.
    socket.on('error', () => socket.destroy());
  }
}

const established = 'HTTP/1.1 200 Connection Established\r\n\r\n';

function end(socket: Duplex, status: string, ...headers: readonly string[]): void {
  socket.end([`HTTP/1.1 ${status}`, ...headers, 'Content-Length: 0', '', ''].join('\r\n'));
}
