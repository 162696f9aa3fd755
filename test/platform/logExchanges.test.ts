import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import type { ExchangeEvent } from '../../src/api/exchange.ts';
import { HttpHeaders, TransportError } from '../../src/api/http.ts';
import { createLog } from '../../src/platform/log.ts';
import { logExchanges } from '../../src/platform/logExchanges.ts';

const body = new TextEncoder().encode('{"BatchId":"Berlin"}');
const request: ExchangeEvent = {
  is: 'request',
  correlationId: 'c-1',
  method: 'POST',
  url: 'https://example.com/a',
  headers: { Accept: 'application/json' },
  body,
};
const answer: ExchangeEvent = {
  is: 'answer',
  correlationId: 'c-1',
  response: { status: 202, headers: new HttpHeaders([['Location', '/b']]), body, bodyEnd: 'whole' },
};

/** What the log holds at a level, as `level|message`. */
function logged(event: ExchangeEvent, logLevel = vscode.LogLevel.Trace): readonly string[] {
  const lines: string[] = [];
  const write = (level: string) => (message: string | Error) => void lines.push(`${level}|${String(message)}`);
  const log = createLog({
    logLevel,
    trace: write('trace'),
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    show: () => {},
  });
  logExchanges(log)(event);
  return lines;
}

suite('logExchanges', () => {
  test('writes requests and answers, their bodies at level trace', () => {
    assert.deepEqual(logged(request), [
      'debug|POST https://example.com/a\n│ Accept: application/json',
      'trace|Body of c-1\n│ {"BatchId":"Berlin"}',
    ]);
    assert.deepEqual(logged(answer), [
      'debug|Answer 202 to c-1\n│ Location: /b',
      'trace|Body of the answer to c-1\n│ {"BatchId":"Berlin"}',
    ]);
  });

  test('does not even decode a body that nobody wants to read', context => {
    const decode = context.mock.method(TextDecoder.prototype, 'decode');
    assert.equal(logged(request, vscode.LogLevel.Debug).length, 1);
    assert.equal(logged(answer, vscode.LogLevel.Debug).length, 1);
    assert.equal(decode.mock.callCount(), 0);
  });

  test('writes why there is no answer, with what the network said', () => {
    const cause = new Error('self-signed certificate');
    const error = new TransportError('tls', 'nothing', { cause });
    const [line = ''] = logged({ is: 'no-answer', correlationId: 'c-1', error });
    assert.match(line, /^debug\|No answer to c-1: No answer: tls; nothing was sent\n│ Error: self-signed certificate/);
  });

  test('writes that it will be tried again', () =>
    assert.deepEqual(logged({ is: 'waiting', correlationId: 'c-1', ms: 1500, because: 'throttled' }), [
      'info|Trying c-1 again in 2 s: throttled',
    ]));
});
