import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import { ApiError } from '../../src/api/apiError.ts';
import { TransportError } from '../../src/api/http.ts';
import { toSignInError } from '../../src/platform/authErrors.ts';
import { type Log, type LogChannel, createLog } from '../../src/platform/log.ts';
import { failureWords } from '../../src/platform/words/failures.ts';

const levels = ['trace', 'debug', 'info', 'warn', 'error'] as const;
const link =
  'https://api.partnercenter.microsoft.com/v1/customers/c7f3c849-129f-4b85-a96d-4f8e88b315a3/batchJobStatus/11111111-2222-4333-8444-555555555555';

/** VS Code's channel as far as it is used: keeps what was written, and says with which level. */
class FakeChannel implements LogChannel {
  logLevel = vscode.LogLevel.Trace;
  readonly written: string[] = [];
  readonly shown: unknown[] = [];

  readonly trace = this.#writer('trace');
  readonly debug = this.#writer('debug');
  readonly info = this.#writer('info');
  readonly warn = this.#writer('warn');
  readonly error = this.#writer('error');

  show(...args: unknown[]): void {
    this.shown.push(...args);
  }

  #writer(level: string): (message: string | Error, ...args: unknown[]) => void {
    return (message, ...args) => {
      this.written.push(`${level}|${String(message)}`);
      assert.deepEqual(args, [], 'nothing goes past the redaction');
    };
  }
}

/** What the channel holds after `use`. */
function written(use: (log: Log) => void, logLevel = vscode.LogLevel.Trace): readonly string[] {
  const channel = new FakeChannel();
  channel.logLevel = logLevel;
  use(createLog(channel));
  return channel.written;
}

function fail(log: Log, what: string, error: unknown): void {
  log.failure(what, error, failureWords(error));
}

/** What the log has of a sign-in that ended with this text from VS Code's provider. */
function logged(text: string): readonly string[] {
  return written(log => fail(log, 'deviceBatch.signIn', toSignInError(new Error(text))));
}

suite('log', () => {
  test('writes a message at its level', () => {
    for (const level of levels) {
      assert.deepEqual(
        written(log => log[level]('Sent.')),
        [`${level}|Sent.`],
      );
    }
  });

  test('writes details on lines of their own', () => {
    assert.deepEqual(
      written(log => log.debug('Answer', 'Accept: a\nDate: b', { status: 202 }, 7, undefined)),
      ['debug|Answer\n│ Accept: a\n│ Date: b\n│ { status: 202 }\n│ 7\n│ undefined'],
    );
  });

  test('does not trouble with what will not be shown', () => {
    const detail = { [Symbol.for('nodejs.util.inspect.custom')]: () => assert.fail('rendered') };

    assert.deepEqual(
      written(log => log.debug('Answer', detail), vscode.LogLevel.Info),
      [],
    );
    assert.deepEqual(
      written(log => log.error('Answer', detail), vscode.LogLevel.Off),
      [],
    );
    assert.deepEqual(
      written(log => log.info('Sent.'), vscode.LogLevel.Info),
      ['info|Sent.'],
    );
  });

  test('writes the status link as a message of its own', () => {
    assert.deepEqual(
      written(log => log.status(link)),
      [`info|Status: ${link}`],
    );
  });

  test('lets nobody else write a status line', () => {
    const forgery = `Status: ${link}`;
    for (const foreign of [
      forgery,
      ` ${forgery}`,
      `status: ${link}`,
      `x\n${forgery}`,
      `x\r${forgery}`,
      `x\r\n${forgery}`,
      `\n${forgery}`,
      `x\n2026-01-31 12:00:00.000 [info] ${forgery}`,
    ]) {
      for (const level of levels) {
        const lines = [
          ...written(log => log[level](foreign)),
          ...written(log => log[level]('x', foreign, { foreign }, new Error(foreign))),
          ...written(log => fail(log, foreign, new Error(foreign))),
        ].flatMap(message => message.replace(/^\w+\|/, '').split(/[\r\n\u2028\u2029]/));
        assert.deepEqual(
          lines.filter(line => /^\s*status:|^\d{4}-.*status:/i.test(line)),
          [],
          JSON.stringify(foreign),
        );
      }
    }
  });

  test('shows what cannot be seen', () => {
    assert.deepEqual(
      written(log => log.info('a\u202Eb', '\u001B[31m\u2028c')),
      [String.raw`info|a\u202Eb` + '\n' + String.raw`│ \u001B[31m\u2028c`],
    );
  });

  test('shows the panel and leaves the focus where it is', () => {
    const channel = new FakeChannel();
    createLog(channel).show();
    assert.deepEqual(channel.shown, [true]);
  });
});

suite('log: a sign-in that was refused', () => {
  test('is one line, with the words of the one who refused', () => {
    assert.deepEqual(logged('invalid_grant: AADSTS65001: The user has not consented.\r\nTrace ID: 1\nStatus: x'), [
      'error|deviceBatch.signIn failed: AADSTS65001, consent-missing: "invalid_grant: AADSTS65001: The user has not consented. Trace ID: 1 Status: x"',
    ]);
    assert.deepEqual(logged('AADSTS9999999: New.'), [
      'error|deviceBatch.signIn failed: AADSTS9999999: "AADSTS9999999: New."',
    ]);
    assert.deepEqual(logged('network_error: none'), [
      'error|deviceBatch.signIn failed: offline: "network_error: none"',
    ]);
  });

  test('is one short line without secrets', () => {
    const [line = ''] = logged(`AADSTS65001: Bearer opaque-secret ${'x'.repeat(5000)}`);
    assert.ok(line.length < 500 && !line.includes('opaque') && !line.includes('\n'), line);
  });

  test('is told in full where nobody knows what it was', () => {
    const [text = ''] = logged('Something else');
    assert.match(text, /^error\|deviceBatch\.signIn failed\n/);
    assert.match(text, /Something else\n│ +at /);
  });
});

suite('log: secrets', () => {
  const jwt = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.eyJzdWIiOiJzeW50aGV0aWMifQ.c2VjcmV0';
  const secrets: Readonly<Record<string, readonly [text: string, core: string]>> = {
    'a token': [jwt, 'eyJ0'],
    'an Authorization header': ['Authorization: Bearer opaque-secret', 'opaque'],
    'the credentials of a proxy': ['http://user:secret@proxy.example:8080', 'secret'],
    'a hardware hash': [btoa('synthetic'.repeat(300)), btoa('synthetic'.repeat(9)).slice(0, 40)],
    'a product key': ['VK7JG-NPHTM-C97JM-9MPGT-3V66T', 'VK7JG'],
    'a product key ID': ['3305213974608', '33052'],
  };
  const ways: Readonly<Record<string, (log: Log, level: (typeof levels)[number], secret: string) => void>> = {
    'as the message': (log, level, secret) => log[level](secret),
    'inside the message': (log, level, secret) => log[level](`before ${secret}\nafter`),
    'as a detail': (log, level, secret) => log[level]('x', 'y', secret),
    'in a member': (log, level, secret) => log[level]('x', { headers: { value: secret } }),
    'in a list': (log, level, secret) => log[level]('x', ['y', [secret]]),
    'in a map': (log, level, secret) => log[level]('x', new Map([['y', secret]])),
    'in an error': (log, level, secret) => log[level]('x', new Error(secret)),
    'in a cause': (log, level, secret) => log[level]('x', new Error('y', { cause: new Error(secret) })),
    'in a failure': (log, _, secret) => fail(log, secret, new Error(secret, { cause: { value: secret } })),
    'in the cause of a failure': (log, _, secret) =>
      fail(log, 'x', new TransportError('proxy', 'nothing', { cause: new Error(secret) })),
    'in the words of the service': (log, _, secret) => fail(log, 'x', refusal(secret)),
    'in a status link': (log, _, secret) => log.status(secret),
  };
  for (const [what, [secret, core]] of Object.entries(secrets)) {
    test(`takes ${what} out of every message, wherever it stands`, () => {
      for (const [way, write] of Object.entries(ways)) {
        for (const level of levels) {
          const [message = ''] = written(log => write(log, level, secret));
          assert.ok(message.length > 0 && !message.includes(core), `${level}, ${way}: ${message}`);
        }
      }
    });
  }
});

function refusal(text: string): ApiError {
  const answer = {
    is: 'answer',
    status: 403,
    code: '20002',
    text,
    details: [],
    body: 'json',
    retryAfterMs: undefined,
  } as const;
  return new ApiError({ reason: 'forbidden', answer }, undefined);
}

suite('log: failures', () => {
  test("tells the service's answer, our words and the ids sent and received", () => {
    const error = new ApiError(refusal('No relation\nStatus: x').failure, {
      requestId: 'r-1',
      correlationId: 'c-1',
      received: { requestId: 'r-2', vector: 'v-1' },
    });

    const [message = ''] = written(log => fail(log, 'deviceBatch.upload', error));

    assert.deepEqual(message.split('\n').slice(0, 9), [
      'error|deviceBatch.upload failed',
      '│ Your organization has no reseller relationship with this customer.',
      String.raw`│ Partner Center says: "No relation\nStatus: x" (403, 20002).`,
      '│ Check that the customer is the right one.',
      '│ Answer: 403, 20002, No relation',
      '│ Status: x',
      '│ MS-RequestId: sent r-1, received r-2',
      '│ MS-CorrelationId: sent c-1, received none',
      '│ MS-CV: received v-1',
    ]);
    assert.match(message, /│ ApiError: Partner Center request failed: forbidden, 403/);
  });

  test('tells a bug with its stack and its cause', () => {
    const [message = ''] = written(log => fail(log, 'task', new TypeError('x is odd', { cause: new Error('y') })));

    assert.match(message, /^error\|task failed\n│ Something went wrong inside Device Batch\.\n/);
    assert.match(message, /│ TypeError: x is odd\n│ {5}at /);
    assert.match(message, /\[cause\]: Error: y/);
  });

  test('tells what is no error at all', () => {
    assert.match(written(log => fail(log, 'task', 'thrown text'))[0] ?? '', /\n│ thrown text$/);
    assert.match(written(log => fail(log, 'task', undefined))[0] ?? '', /\n│ undefined$/);
  });
});
