import assert from 'node:assert/strict';
import http from 'node:http';
import { suite, test } from 'node:test';

import { type HttpRequest, type Transport, TransportError, type TransportFault } from '../../../src/api/http.ts';
import { createFetchTransport } from '../../../src/platform/transport/fetchTransport.ts';
import { listen, rawServer, unusedPort } from '../../support/loopback.ts';

function sending(fetch: typeof globalThis.fetch = globalThis.fetch, answerMs = 5000): Transport {
  return createFetchTransport({ fetch, timeouts: { connectMs: 0, answerMs } });
}

/** A `fetch` that fails as Node's does: "fetch failed", and the reason in the cause. */
function failing(cause: Error): typeof globalThis.fetch {
  return () => Promise.reject(new TypeError('fetch failed', { cause }));
}

function answering(response: Response): typeof globalThis.fetch {
  return () => Promise.resolve(response);
}

function coded(code: string, more: Readonly<Record<string, string>> = {}): Error {
  return Object.assign(new Error(code), { code, ...more });
}

function get(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', url: new URL(url), headers: {}, signal: new AbortController().signal, ...more };
}

async function assertFails(
  answer: Promise<unknown>,
  fault: TransportFault,
  sent: TransportError['sent'],
): Promise<void> {
  await assert.rejects(answer, (error: unknown) => {
    assert.ok(error instanceof TransportError, String(error));
    assert.deepEqual({ fault: error.fault, sent: error.sent }, { fault, sent });
    return true;
  });
}

suite('fetch transport', () => {
  test('sends the request and returns the answer', async context => {
    const server = http.createServer((request, response) => {
      const { 'content-length': length, 'ms-requestid': id } = request.headers;
      response.writeHead(202, { Location: '/job' }).end(`${request.method} ${request.url} ${length} ${String(id)}`);
    });
    const port = await listen(context, server);

    const { status, statusText, headers, body, bodyEnd } = await sending()(
      get(`http://127.0.0.1:${port}/v1?a=%7B`, {
        method: 'POST',
        headers: { 'MS-RequestId': 'r-1' },
        body: new Uint8Array(7),
      }),
    );

    assert.deepEqual(
      [status, statusText, headers.get('Location'), new TextDecoder().decode(body), bodyEnd],
      [202, 'Accepted', '/job', 'POST /v1?a=%7B 7 r-1', 'whole'],
    );
  });

  test('follows no redirect', async context => {
    const asked: (string | undefined)[] = [];
    const server = http.createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(302, { Location: '/elsewhere' }).end();
    });
    const port = await listen(context, server);

    const { status, headers } = await sending()(get(`http://127.0.0.1:${port}/here`));

    assert.deepEqual([status, headers.get('Location'), asked], [302, '/elsewhere', ['/here']]);
  });

  test('keeps an acceptance whose body is cut', async context => {
    const server = rawServer('HTTP/1.1 202 Accepted\r\nContent-Length: 9\r\n\r\nword', socket => socket.destroy());
    const port = await listen(context, server);

    const { status, bodyEnd } = await sending()(get(`http://127.0.0.1:${port}/`));

    assert.deepEqual([status, bodyEnd], [202, 'cut']);
  });

  test('takes an answer that hides its status for none', async () => {
    await assertFails(sending(answering(Response.error()))(get('https://service.test/')), 'not-http', 'maybe');
  });

  test('lets nothing but https leave the machine', async () => {
    await assertFails(sending()(get('http://service.test/')), 'other', 'nothing');
  });

  test('gives an answer up that does not come', async context => {
    const port = await listen(context, rawServer(''));

    await assertFails(sending(undefined, 50)(get(`http://127.0.0.1:${port}/`)), 'answer-timeout', 'maybe');
  });

  test('can be called off', async context => {
    const server = rawServer('');
    const port = await listen(context, server);
    const controller = new AbortController();
    server.on('connection', socket => socket.once('data', () => controller.abort()));

    await assertFails(sending()(get(`http://127.0.0.1:${port}/`, { signal: controller.signal })), 'aborted', 'maybe');
    await assertFails(
      sending()(get(`http://127.0.0.1:${port}/`, { signal: AbortSignal.abort() })),
      'aborted',
      'nothing',
    );
  });

  test('knows where nothing listens', async () => {
    await assertFails(sending()(get(`http://127.0.0.1:${await unusedPort()}/`)), 'refused', 'nothing');
  });

  const failures: readonly (readonly [
    what: string,
    cause: Error,
    fault: TransportFault,
    sent: TransportError['sent'],
  ])[] = [
    ['a name is unknown', coded('ENOTFOUND', { syscall: 'getaddrinfo' }), 'dns', 'nothing'],
    ['a connection takes too long', coded('UND_ERR_CONNECT_TIMEOUT'), 'connect-timeout', 'nothing'],
    ['a host cannot be reached', coded('EHOSTUNREACH', { syscall: 'connect' }), 'refused', 'nothing'],
    ['a host can no longer be reached', coded('EHOSTUNREACH', { syscall: 'read' }), 'refused', 'maybe'],
    [
      'every address refuses',
      new AggregateError([coded('EHOSTUNREACH', { syscall: 'connect' })]),
      'refused',
      'nothing',
    ],
    ['a certificate is not trusted', coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'tls', 'nothing'],
    ['a certificate is for another name', coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls', 'nothing'],
    ['the other side refuses a certificate', coded('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'), 'tls', 'maybe'],
    [
      'a proxy wants a password',
      new Error('Proxy response (407) !== 200 when HTTP Tunneling'),
      'proxy-authentication',
      'nothing',
    ],
    ['a proxy refuses', new Error('Proxy response (502) !== 200 when HTTP Tunneling'), 'proxy', 'nothing'],
    ['the connection breaks', coded('UND_ERR_SOCKET'), 'reset', 'maybe'],
    ['nothing is known', new Error('odd'), 'other', 'maybe'],
  ];
  for (const [what, cause, fault, sent] of failures) {
    test(`says ${fault} and ${sent} where ${what}`, async () => {
      await assertFails(sending(failing(cause))(get('https://service.test/')), fault, sent);
    });
  }
});
