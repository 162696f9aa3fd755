import assert from 'node:assert/strict';
import { channel } from 'node:diagnostics_channel';
import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import { type TestContext, suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import {
  type HttpRequest,
  type HttpResponse,
  TransportError,
  type TransportFault,
  maxAnswerBytes,
} from '../../../src/api/http.ts';
import type { HttpSettings } from '../../../src/platform/transport/httpSettings.ts';
import { type Trust, trusting } from '../../../src/platform/transport/trust.ts';
import { type OpenTransport, createUndiciTransport } from '../../../src/platform/transport/undiciTransport.ts';
import { createCertificate } from '../../support/certificate.ts';
import { listen, rawServer, tunnelProxy, unusedPort } from '../../support/loopback.ts';

const certificate = createCertificate('service.test', 'localhost');
const foreignCertificate = createCertificate('service.test', 'localhost', 'proxy.test', '127.0.0.1');
const proxyCertificate = createCertificate('127.0.0.1');

const noProxy: HttpSettings = {
  proxy: '',
  noProxy: [],
  support: 'override',
  authorization: undefined,
  strictProxySsl: true,
  systemCertificates: false,
};

interface Setup {
  readonly settings?: () => Partial<HttpSettings>;
  readonly connectMs?: number;
  readonly answerMs?: number;
  readonly trust?: () => Trust;
}

const ourTrust = (): Trust => trusting([certificate.cert, proxyCertificate.cert]);

function open(context: TestContext, setup: Setup = {}): OpenTransport {
  const { settings, connectMs = 5000, answerMs = 5000, trust = ourTrust } = setup;
  const transport = createUndiciTransport({
    settings: () => ({ ...noProxy, ...settings?.() }),
    env: {},
    timeouts: { connectMs, answerMs },
    trust,
  });
  context.after(() => transport.dispose());
  return transport;
}

function through(proxy: string, more: Partial<HttpSettings> = {}): Setup {
  return { settings: () => ({ proxy, ...more }) };
}

function get(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', url: new URL(url), headers: {}, signal: new AbortController().signal, ...more };
}

function textOf({ body }: HttpResponse): string {
  return new TextDecoder().decode(body);
}

async function assertFails(
  answer: Promise<HttpResponse>,
  fault: TransportFault,
  sent: TransportError['sent'],
): Promise<void> {
  await assert.rejects(answer, (error: unknown) => {
    assert.ok(error instanceof TransportError, String(error));
    assert.deepEqual({ fault: error.fault, sent: error.sent }, { fault, sent });
    return true;
  });
}

/** A service that answers everything with its request's head and body, in JSON. */
function echo(request: http.IncomingMessage, response: http.ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { method, url, rawHeaders } = request;
    response.end(JSON.stringify({ method, url, rawHeaders, body: Buffer.concat(chunks).toString() }));
  });
}

function counting(server: net.Server): () => number {
  let connections = 0;
  server.on('connection', () => connections++);
  return () => connections;
}

suite('undici transport: exchanges', () => {
  test('sends the request as it is, with no header of its own but what HTTP needs', async context => {
    const port = await listen(context, http.createServer(echo));

    const answer = await open(context).send(
      get(`http://127.0.0.1:${port}/v1/customers?size=0&filter=%7B%7D`, {
        method: 'POST',
        headers: { 'MS-RequestId': 'r-1', 'Content-Type': 'application/json' },
        body: new TextEncoder().encode('{"BatchId":"ä"}'),
      }),
    );

    assert.equal(answer.status, 200);
    assert.deepEqual(JSON.parse(textOf(answer)), {
      method: 'POST',
      url: '/v1/customers?size=0&filter=%7B%7D',
      rawHeaders: Object.entries({
        host: `127.0.0.1:${port}`,
        connection: 'keep-alive',
        'MS-RequestId': 'r-1',
        'Content-Type': 'application/json',
        'content-length': '16',
      }).flat(),
      body: '{"BatchId":"ä"}',
    });
  });

  test('returns the answer of any status as it is', async context => {
    const server = http.createServer((request, response) => {
      response.writeHead(Number(request.url?.slice(1)), { Location: '/elsewhere', 'Set-Cookie': ['a=1', 'b=2'] });
      response.end('words');
    });
    const port = await listen(context, server);
    const { send } = open(context);

    for (const status of [200, 201, 202, 400, 401, 404, 408, 413, 429, 500, 502, 503]) {
      const answer = await send(get(`http://127.0.0.1:${port}/${status}`));
      assert.deepEqual([answer.status, textOf(answer), answer.bodyEnd], [status, 'words', 'whole']);
      assert.equal(answer.statusText, http.STATUS_CODES[status]);
      assert.equal(answer.headers.get('set-cookie'), 'a=1, b=2');
    }
  });

  test('follows no redirect', async context => {
    const asked: (string | undefined)[] = [];
    const server = http.createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(307, { Location: '/elsewhere' }).end();
    });
    const port = await listen(context, server);

    const answer = await open(context).send(get(`http://127.0.0.1:${port}/here`));

    assert.deepEqual([answer.status, answer.headers.get('location'), asked], [307, '/elsewhere', ['/here']]);
  });

  test('tells the reason phrase, where there is one', async context => {
    const { send } = open(context);
    const phrases: (string | undefined)[] = [];

    for (const line of ['HTTP/1.1 401 Unauthorized - MFA required', 'HTTP/1.1 401 ', 'HTTP/1.1 401']) {
      const port = await listen(context, rawServer(`${line}\r\nContent-Length: 0\r\n\r\n`));
      phrases.push((await send(get(`http://127.0.0.1:${port}/`))).statusText);
    }

    assert.deepEqual(phrases, ['Unauthorized - MFA required', undefined, undefined]);
  });

  test('skips interim answers', async context => {
    const server = rawServer('HTTP/1.1 103 Early Hints\r\nX-A: 1\r\n\r\nHTTP/1.1 202 OK\r\nContent-Length: 0\r\n\r\n');
    const port = await listen(context, server);

    const answer = await open(context).send(get(`http://127.0.0.1:${port}/`));

    assert.deepEqual([answer.status, answer.headers.get('x-a')], [202, undefined]);
  });

  test('uses a connection again', async context => {
    const server = http.createServer(echo);
    const connections = counting(server);
    const port = await listen(context, server);
    const { send } = open(context);

    await send(get(`http://127.0.0.1:${port}/1`));
    await send(get(`http://127.0.0.1:${port}/2`, { method: 'POST', body: new Uint8Array(3) }));
    await send(get(`http://127.0.0.1:${port}/3`));

    assert.equal(connections(), 1);
  });

  test('lets nothing but https leave the machine', async context => {
    const { send } = open(context);

    await assertFails(send(get('http://service.test/')), 'other', 'nothing');
    await assertFails(send(get('ftp://service.test/')), 'other', 'nothing');
  });

  test('decodes a body that comes compressed unasked', async context => {
    const server = http.createServer((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('words'));
    });
    const port = await listen(context, server);

    assert.equal(textOf(await open(context).send(get(`http://127.0.0.1:${port}/`))), 'words');
  });
});

suite('undici transport: answers that do not end well', () => {
  test('keeps an acceptance whose body is cut', async context => {
    const server = rawServer('HTTP/1.1 202 Accepted\r\nLocation: /x\r\nContent-Length: 9\r\n\r\nword', s =>
      s.destroy(),
    );
    const port = await listen(context, server);

    const answer = await open(context).send(get(`http://127.0.0.1:${port}/`, { method: 'POST' }));

    assert.deepEqual([answer.status, answer.headers.get('location')], [202, '/x']);
    assert.deepEqual([textOf(answer), answer.bodyEnd], ['word', 'cut']);
  });

  test('keeps an answer whose body does not end in time', async context => {
    const port = await listen(context, rawServer('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nword'));

    const answer = await open(context, { answerMs: 50 }).send(get(`http://127.0.0.1:${port}/`));

    assert.deepEqual([textOf(answer), answer.bodyEnd], ['word', 'cut']);
  });

  test('keeps an answer that is called off in its body', async context => {
    const port = await listen(context, rawServer('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nword'));
    const controller = new AbortController();
    const bodyBegins = channel('undici:request:bodyChunkReceived');
    const callOff = (): void => controller.abort();
    bodyBegins.subscribe(callOff);
    context.after(() => bodyBegins.unsubscribe(callOff));

    const answer = await open(context).send(get(`http://127.0.0.1:${port}/`, { signal: controller.signal }));

    assert.deepEqual([answer.status, answer.bodyEnd], [200, 'cut']);
  });

  test('stops reading at the bound', async context => {
    const server = http.createServer((_, response) => {
      response.write(Buffer.alloc(maxAnswerBytes + 1));
    });
    const port = await listen(context, server);

    const answer = await open(context).send(get(`http://127.0.0.1:${port}/`));

    assert.deepEqual([answer.body.length, answer.bodyEnd], [maxAnswerBytes, 'too-large']);
  });
});

suite('undici transport: no answer', () => {
  test('a service that breaks off may have seen the request, and is asked once', async context => {
    const server = rawServer('', socket => socket.resetAndDestroy());
    const connections = counting(server);
    const port = await listen(context, server);

    await assertFails(open(context).send(get(`http://127.0.0.1:${port}/`)), 'reset', 'maybe');
    assert.equal(connections(), 1);
  });

  test('a service that hangs up after half a head may have seen the request', async context => {
    const port = await listen(
      context,
      rawServer('HTTP/1.1 202 Acc', socket => socket.end()),
    );

    await assertFails(open(context).send(get(`http://127.0.0.1:${port}/`, { method: 'POST' })), 'reset', 'maybe');
  });

  test('a service that speaks something else may have seen the request', async context => {
    const { send } = open(context);

    for (const words of ['220 smtp.example ESMTP\r\n', 'HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n']) {
      await assertFails(send(get(`http://127.0.0.1:${await listen(context, rawServer(words))}/`)), 'not-http', 'maybe');
    }
  });

  test('a service that sends endless headers may have seen the request', async context => {
    const port = await listen(context, rawServer(`HTTP/1.1 200 OK\r\n${`X-A: ${'a'.repeat(1000)}\r\n`.repeat(99)}`));

    await assertFails(open(context).send(get(`http://127.0.0.1:${port}/`)), 'not-http', 'maybe');
  });

  test('a service that says nothing may have seen the request', async context => {
    const port = await listen(context, rawServer(''));

    await assertFails(
      open(context, { answerMs: 50 }).send(get(`http://127.0.0.1:${port}/`)),
      'answer-timeout',
      'maybe',
    );
  });

  test('a request called off on its way may have been seen', async context => {
    const server = rawServer('');
    const port = await listen(context, server);
    const controller = new AbortController();
    server.on('connection', socket => socket.once('data', () => controller.abort()));

    await assertFails(
      open(context).send(get(`http://127.0.0.1:${port}/`, { signal: controller.signal })),
      'aborted',
      'maybe',
    );
  });

  test('a request called off beforehand is not sent', async context => {
    const server = http.createServer(echo);
    const connections = counting(server);
    const port = await listen(context, server);

    await assertFails(
      open(context).send(get(`http://127.0.0.1:${port}/`, { signal: AbortSignal.abort() })),
      'aborted',
      'nothing',
    );
    assert.equal(connections(), 0);
  });

  test('a request called off while the connection is being opened is never sent', async context => {
    const asked: (string | undefined)[] = [];
    const server = http.createServer((request, response) => {
      asked.push(request.url);
      response.end();
    });
    const port = await listen(context, server);
    const { send } = open(context);
    const controller = new AbortController();

    const calledOff = send(get(`http://127.0.0.1:${port}/called-off`, { signal: controller.signal }));
    const other = send(get(`http://127.0.0.1:${port}/other`));
    controller.abort();

    await assertFails(calledOff, 'aborted', 'nothing');
    await other;
    await send(get(`http://127.0.0.1:${port}/last`));
    assert.deepEqual(asked, ['/other', '/last']);
  });

  test('what is under way when the transport is closed is called off', async context => {
    const server = rawServer('');
    const port = await listen(context, server);
    const transport = open(context);
    server.on('connection', socket => socket.once('data', () => transport.dispose()));

    await assertFails(transport.send(get(`http://127.0.0.1:${port}/`)), 'aborted', 'maybe');
  });

  test('where nothing listens, nothing was sent', async context => {
    await assertFails(open(context).send(get(`http://127.0.0.1:${await unusedPort()}/`)), 'refused', 'nothing');
    await assertFails(open(context).send(get(`https://localhost:${await unusedPort()}/`)), 'refused', 'nothing');
  });

  test('where the name is unknown, nothing was sent', async context => {
    await assertFails(open(context).send(get('https://service.invalid/')), 'dns', 'nothing');
  });

  test('a header that HTTP does not allow is not sent', async context => {
    const port = await listen(context, http.createServer(echo));

    await assertFails(
      open(context).send(get(`http://127.0.0.1:${port}/`, { headers: { 'X-A': 'a\r\nX-B: b' } })),
      'other',
      'nothing',
    );
  });
});

suite('undici transport: TLS', () => {
  test('talks to a service whose certificate it trusts, and uses the connection again', async context => {
    const server = https.createServer(certificate, echo);
    const connections = counting(server);
    const port = await listen(context, server);
    const { send } = open(context);

    assert.equal((await send(get(`https://localhost:${port}/`))).status, 200);
    assert.equal((await send(get(`https://localhost:${port}/`))).status, 200);
    assert.equal(connections(), 1);
  });

  test('reads whom to trust for the first connection with TLS, and once', async context => {
    const [clearPort, tlsPort] = [
      await listen(context, http.createServer(echo)),
      await listen(context, https.createServer(certificate, echo)),
    ];
    let readings = 0;
    const { send } = open(context, { trust: () => (readings++, ourTrust()) });

    await send(get(`http://127.0.0.1:${clearPort}/`));
    assert.equal(readings, 0);
    await Promise.all([send(get(`https://localhost:${tlsPort}/`)), send(get(`https://localhost:${tlsPort}/`))]);
    assert.equal(readings, 1);
  });

  test('offers HTTP/1.1 only', async context => {
    const server = https.createServer({ ...certificate, ALPNProtocols: ['h2', 'http/1.1'] }, (request, response) => {
      response.end(String(Reflect.get(request.socket, 'alpnProtocol')));
    });
    const port = await listen(context, server);

    assert.equal(textOf(await open(context).send(get(`https://localhost:${port}/`))), 'http/1.1');
  });

  test('sends nothing to a service whose certificate it does not trust', async context => {
    const port = await listen(context, https.createServer(foreignCertificate, echo));

    await assertFails(open(context).send(get(`https://localhost:${port}/`)), 'tls', 'nothing');
  });

  test('sends nothing to a service whose certificate is for another name', async context => {
    const port = await listen(context, https.createServer(certificate, echo));

    await assertFails(open(context).send(get(`https://127.0.0.1:${port}/`)), 'tls', 'nothing');
  });

  test('sends nothing to a service that does not speak TLS', async context => {
    const port = await listen(context, rawServer('HTTP/1.1 400 Bad Request\r\n\r\n'));

    await assertFails(open(context).send(get(`https://localhost:${port}/`)), 'tls', 'nothing');
  });

  test('sends nothing to a service that breaks the handshake off', async context => {
    const port = await listen(
      context,
      rawServer('', socket => socket.resetAndDestroy()),
    );

    await assertFails(open(context).send(get(`https://localhost:${port}/`)), 'tls', 'nothing');
  });

  test('gives a handshake up that does not end', async context => {
    const port = await listen(context, rawServer(''));

    await assertFails(
      open(context, { connectMs: 50 }).send(get(`https://localhost:${port}/`)),
      'connect-timeout',
      'nothing',
    );
  });
});

function secure(): https.Server {
  return https.createServer(certificate, echo);
}

suite('undici transport: proxies', () => {
  test('goes through a tunnel, and uses it again', async context => {
    const port = await listen(context, secure());
    const asked: unknown[] = [];
    const proxyPort = await listen(
      context,
      tunnelProxy(({ url, headers }) => {
        asked.push([url, headers.host, headers['proxy-authorization']]);
        return 200;
      }),
    );
    const { send } = open(context, through(`http://127.0.0.1:${proxyPort}`));

    const answer = await send(get(`https://service.test:${port}/v1`));
    await send(get(`https://service.test:${port}/v1`));

    assert.equal(answer.status, 200);
    assert.deepEqual(asked, [[`service.test:${port}`, `service.test:${port}`, undefined]]);
  });

  test('asks for the port that https means', async context => {
    const asked: unknown[] = [];
    const proxyPort = await listen(
      context,
      tunnelProxy(({ url }) => {
        asked.push(url);
        return 503;
      }),
    );

    const answer = open(context, through(`http://127.0.0.1:${proxyPort}`)).send(get('https://service.test/'));

    await assertFails(answer, 'proxy', 'nothing');
    assert.deepEqual(asked, ['service.test:443']);
  });

  test('gives a proxy its password, and the service none of it', async context => {
    const port = await listen(context, secure());
    const proxyPort = await listen(
      context,
      tunnelProxy(({ headers }) => (headers['proxy-authorization'] === `Basic ${btoa('user:secret')}` ? 200 : 407)),
    );
    const url = `https://service.test:${port}/`;
    const settings = { authorization: `Basic ${btoa('user:secret')}` };

    const bySetting = await open(context, through(`http://127.0.0.1:${proxyPort}`, settings)).send(get(url));
    const byAddress = await open(context, through(`http://user:secret@127.0.0.1:${proxyPort}`)).send(get(url));

    assert.doesNotMatch(textOf(bySetting), /proxy-authorization/i);
    assert.doesNotMatch(textOf(byAddress), /proxy-authorization/i);
  });

  test('says that a proxy wants a password, and does not tell the one it tried', async context => {
    const proxyPort = await listen(
      context,
      tunnelProxy(() => 407),
    );

    const answer = open(context, through(`http://user:secret@127.0.0.1:${proxyPort}`)).send(
      get('https://service.test/'),
    );

    await assertFails(answer, 'proxy-authentication', 'nothing');
    await answer.catch((error: Error) => assert.doesNotMatch(`${error.stack} ${String(error.cause)}`, /secret|dXNl/));
  });

  const uselessProxies: Readonly<Record<string, () => net.Server>> = {
    refuses: () => tunnelProxy(() => 403),
    redirects: () => tunnelProxy(() => 302),
    'hangs up': () => rawServer('', socket => socket.destroy()),
    resets: () => rawServer('', socket => socket.resetAndDestroy()),
    'speaks something else': () => rawServer('220 smtp.example ESMTP\r\n'),
  };
  for (const [does, proxy] of Object.entries(uselessProxies)) {
    test(`sends nothing past a proxy that ${does}`, async context => {
      const { send } = open(context, through(`http://127.0.0.1:${await listen(context, proxy())}`));

      await assertFails(send(get('https://service.test/')), 'proxy', 'nothing');
    });
  }

  test('sends nothing past a proxy that is not there', async context => {
    const { send } = open(context, through(`http://127.0.0.1:${await unusedPort()}`));

    await assertFails(send(get('https://service.test/')), 'proxy', 'nothing');
  });

  test('gives a proxy up that says nothing', async context => {
    const proxyPort = await listen(context, rawServer(''));
    const { send } = open(context, { ...through(`http://127.0.0.1:${proxyPort}`), connectMs: 50 });

    await assertFails(send(get('https://service.test/')), 'connect-timeout', 'nothing');
  });

  test('says that the name of a proxy is unknown', async context => {
    await assertFails(
      open(context, through('http://proxy.invalid:8080')).send(get('https://service.test/')),
      'dns',
      'nothing',
    );
  });

  test('does not go around a proxy that it cannot use', async context => {
    await assertFails(
      open(context, through('socks5://127.0.0.1:1080')).send(get('https://service.test/')),
      'proxy',
      'nothing',
    );
  });

  test('sends nothing through a proxy that answers TLS itself, or breaks it', async context => {
    const port = await listen(context, https.createServer(foreignCertificate, echo));
    const meddler = await listen(context, tunnelProxy());
    const breaker = await listen(
      context,
      tunnelProxy(undefined, tunnel => tunnel.once('data', () => tunnel.end('not TLS at all'))),
    );
    const closer = await listen(
      context,
      tunnelProxy(undefined, tunnel => tunnel.once('data', () => tunnel.destroy())),
    );

    for (const proxyPort of [meddler, breaker, closer]) {
      await assertFails(
        open(context, through(`http://127.0.0.1:${proxyPort}`)).send(get(`https://service.test:${port}/`)),
        'tls',
        'nothing',
      );
    }
  });

  test('speaks TLS to a proxy that wants it', async context => {
    const port = await listen(context, secure());
    const proxy = https.createServer(proxyCertificate);
    proxy.on('connect', (request, tunnel) => tunnelProxy().emit('connect', request, tunnel));
    const proxyPort = await listen(context, proxy);

    const answer = await open(context, through(`https://127.0.0.1:${proxyPort}`)).send(
      get(`https://service.test:${port}/`),
    );

    assert.equal(answer.status, 200);
  });

  test("takes a proxy's certificate unseen only where the settings say so, and the service's never", async context => {
    const port = await listen(context, secure());
    const foreignPort = await listen(context, https.createServer(foreignCertificate, echo));
    const proxy = https.createServer(foreignCertificate);
    proxy.on('connect', (request, tunnel) => tunnelProxy().emit('connect', request, tunnel));
    const address = `https://127.0.0.1:${await listen(context, proxy)}`;

    const strict = open(context, through(address));
    const lenient = open(context, through(address, { strictProxySsl: false }));

    await assertFails(strict.send(get(`https://service.test:${port}/`)), 'proxy', 'nothing');
    assert.equal((await lenient.send(get(`https://service.test:${port}/`))).status, 200);
    await assertFails(lenient.send(get(`https://service.test:${foreignPort}/`)), 'tls', 'nothing');
  });

  test('follows the settings as they change', async context => {
    const port = await listen(context, secure());
    let proxy = `http://127.0.0.1:${await unusedPort()}`;
    const { send } = open(context, { settings: () => ({ proxy }) });

    await assertFails(send(get(`https://service.test:${port}/`)), 'proxy', 'nothing');
    proxy = `http://127.0.0.1:${await listen(context, tunnelProxy())}`;

    assert.equal((await send(get(`https://service.test:${port}/`))).status, 200);
  });
});
