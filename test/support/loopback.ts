import http from 'node:http';
import net from 'node:net';
import type { TestContext } from 'node:test';

/** Starts the server on a free port of 127.0.0.1; after the test it is stopped, its connections with it. */
export async function listen(context: TestContext, server: net.Server): Promise<number> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // Tests break connections off; nobody is to be told.
    socket.on('error', () => {});
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.close();
    sockets.forEach(socket => socket.destroy());
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server listens at no port.');
  }
  return address.port;
}

/** A port of 127.0.0.1 where nothing listens. */
export async function unusedPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise(resolve => server.close(resolve));
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** A server that answers the first bytes of every connection with `answer`, as they are, and then does `next`. */
export function rawServer(answer: string, next: (socket: net.Socket) => void = () => {}): net.Server {
  return net.createServer(socket => {
    socket.once('data', () => socket.write(answer, () => next(socket)));
  });
}

/** A `CONNECT` proxy that leads every name to 127.0.0.1. */
export function tunnelProxy(
  admit: (request: http.IncomingMessage) => number = () => 200,
  through: (tunnel: net.Socket, service: net.Socket) => void = pipe,
): http.Server {
  return http.createServer().on('connect', (request: http.IncomingMessage, tunnel: net.Socket) => {
    const status = admit(request);
    tunnel.write(`HTTP/1.1 ${status} Whatever\r\n\r\n`);
    if (status === 200) {
      const service = net.connect(Number(request.url?.split(':').at(-1)), '127.0.0.1');
      service.on('error', () => tunnel.destroy());
      through(tunnel, service);
    } else {
      tunnel.end();
    }
  });
}

function pipe(tunnel: net.Socket, service: net.Socket): void {
  tunnel.pipe(service).pipe(tunnel);
  tunnel.on('close', () => service.destroy());
}
