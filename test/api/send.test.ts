import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { Account } from '../../src/api/account.ts';
import { ApiError, type ApiFailure } from '../../src/api/apiError.ts';
import { TransportError } from '../../src/api/http.ts';
import { send, type Tracking } from '../../src/api/send.ts';
import { answer, ScriptedService, type Step } from './scriptedService.ts';

const url = new URL('https://api.partnercenter.microsoft.com/v1/customers');
const body = new TextEncoder().encode('{}');
const never = new AbortController().signal;
const claims = `Bearer claims="${btoa('{"access_token":{}}')}"`;

const nothingSent = new TransportError('refused', 'nothing');
const cutOff = new TransportError('reset', 'maybe');

/** A service that answers by `script`, and a call of it. */
function aService(script: readonly Step[], account?: Partial<Account>) {
  const service = new ScriptedService(script, account);
  return {
    service,
    read: (signal = never) => send({ kind: 'reading', url }, service.ports, signal),
    submit: (tracking: Tracking = {}, signal = never) =>
      send({ kind: 'submission', url, body, ...tracking }, service.ports, signal),
  };
}

/** Asserts that the call fails for this reason, and gives the error. */
async function assertFails(call: Promise<unknown>, reason: ApiFailure['reason']): Promise<ApiError> {
  const error: unknown = await call.then(
    () => assert.fail(`did not fail with ${reason}`),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ApiError, String(error));
  assert.equal(error.failure.reason, reason);
  return error;
}

/** Each id in short: `1 1 2` where the first two requests have the same one. */
function shortly(ids: readonly (string | undefined)[]): string {
  const known = [...new Set(ids)];
  return ids.map(id => known.indexOf(id) + 1).join(' ');
}

suite('send: headers', () => {
  test('of a reading', async () => {
    const { service, read } = aService([answer(200, {})]);
    await read();
    assert.deepEqual(service.requests[0]?.headers, {
      Accept: 'application/json',
      'MS-RequestId': '00000000-0000-4000-8000-000000000001',
      'MS-CorrelationId': '00000000-0000-4000-8000-000000000002',
      'X-Locale': 'en-US',
      'MS-PartnerCenter-Application': 'Device Batch for VS Code',
      Authorization: 'Bearer token-1',
    });
  });

  test('of a submission', async () => {
    const { service, submit } = aService([answer(202)]);
    await submit({ requestId: 'mine' });
    assert.deepEqual(service.requests[0]?.headers, {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'MS-RequestId': 'mine',
      'MS-CorrelationId': '00000000-0000-4000-8000-000000000001',
      'X-Locale': 'en-US',
      'MS-PartnerCenter-Application': 'Device Batch for VS Code',
      Authorization: 'Bearer token-1',
    });
    assert.equal(service.requests[0]?.body, body);
  });

  test('of a further page', async () => {
    const service = new ScriptedService([answer(200, {})]);
    await send({ kind: 'reading', url, continuationToken: 'AQ==' }, service.ports, never);
    assert.deepEqual(service.sent('MS-ContinuationToken'), ['AQ==']);
  });

  test('method and address', async () => {
    const { service, read, submit } = aService([answer(200), answer(202)]);
    await read();
    await submit();
    assert.deepEqual(
      service.requests.map(({ method, url: { href } }) => `${method} ${href}`),
      [`GET ${url.href}`, `POST ${url.href}`],
    );
  });
});

suite('send: the token', () => {
  for (const [what, to, resource] of [
    ['another origin', 'https://example.com/v1/customers', 'https://api.partnercenter.microsoft.com'],
    ['another port', 'https://api.partnercenter.microsoft.com:8443/v1', 'https://api.partnercenter.microsoft.com'],
    ['http', 'http://api.partnercenter.microsoft.com/v1', 'https://api.partnercenter.microsoft.com'],
    ['http, even of its own', 'http://example.com/v1', 'http://example.com'],
  ] as const) {
    test(`is not asked for to go to ${what}`, async () => {
      const { service } = aService([answer(200)], { resource: new URL(resource) });
      await assert.rejects(send({ kind: 'reading', url: new URL(to) }, service.ports, never), /token/i);
      assert.deepEqual([service.asked, service.requests], [[], []]);
    });
  }

  test('may go to an emulator on this machine', async () => {
    const { service } = aService([answer(200)], { resource: new URL('http://127.0.0.1:4711') });
    await send({ kind: 'reading', url: new URL('http://127.0.0.1:4711/v1') }, service.ports, never);
    assert.equal(service.requests.length, 1);
  });

  test('is asked for anew for each attempt', async () => {
    const { service, read } = aService([cutOff, answer(200)]);
    await read();
    assert.deepEqual(service.sent('Authorization'), ['Bearer token-1', 'Bearer token-2']);
  });

  test('is missing: nothing is sent', async () => {
    const { service, read } = aService([], { token: async () => undefined });
    assert.equal((await assertFails(read(), 'signed-out')).ids, undefined);
    assert.equal(service.requests.length, 0);
  });

  test("trouble of the account's own is passed on", async () => {
    const trouble = new Error('offline');
    const { read } = aService([], { token: () => Promise.reject(trouble) });
    await assert.rejects(read(), trouble);
  });
});

/** Asserts what was asked of the account on the way to the answer. */
async function assertAsked(script: readonly Step[], ...asked: readonly string[]) {
  const { service, submit } = aService([...script, answer(202)]);
  await submit();
  assert.deepEqual(service.asked, ['token', ...asked]);
  assert.equal(service.sent('Authorization').at(-1), `Bearer token-${asked.length + 1}`);
}

suite('send: 401', () => {
  const expired = answer(401, { code: '400' });
  const mfa = answer(401, { code: '900421' });
  const challenge = answer(401, '', {
    'WWW-Authenticate': `Bearer scope="https://graph.microsoft.com/.default", ${claims.slice(7)}`,
  });

  test('an expired token is renewed', () => assertAsked([expired], 'renew'));
  test('claims are stepped up to, with a challenge that has nothing else', () =>
    assertAsked([challenge], `stepUp ${claims}`));
  test('MFA takes a fresh sign-in', () => assertAsked([mfa], 'signInAgain'));
  test('a better token is for the next attempt, not for all', () =>
    assertAsked([expired, answer(429)], 'renew', 'token'));
  test('each is done once', () => assertAsked([expired, challenge, mfa], 'renew', `stepUp ${claims}`, 'signInAgain'));

  for (const [what, script, reason] of [
    ['renewing', [expired, expired], 'unauthorized'],
    ['stepping up', [challenge, challenge], 'step-up-required'],
    ['signing in', [mfa, mfa], 'mfa-required'],
  ] as const) {
    test(`${what} does not help`, async () => {
      const { service, submit } = aService(script);
      const { ids } = await assertFails(submit(), reason);
      assert.equal(service.requests.length, 2);
      assert.equal(ids?.requestId, service.sent('MS-RequestId')[1]);
    });
  }

  for (const [what, account, script, reason] of [
    ['renewing', { renew: async () => undefined }, [expired], 'unauthorized'],
    ['stepping up', { stepUp: async () => undefined }, [challenge], 'step-up-required'],
    ['signing in', { signInAgain: async () => undefined }, [mfa], 'mfa-required'],
  ] as const) {
    test(`${what} is not possible`, async () => {
      const { service, submit } = aService(script, account);
      await assertFails(submit(), reason);
      assert.equal(service.requests.length, 1);
    });
  }
});

/** Asserts which requests have the same `MS-RequestId`; their `MS-CorrelationId`s all differ. */
async function assertIds(script: readonly Step[], requestIds: string) {
  const { service, submit } = aService([...script, answer(202)]);
  await submit({ requestId: 'mine' });
  assert.equal(shortly(service.sent('MS-RequestId')), requestIds);
  assert.equal(service.sent('MS-RequestId')[0], 'mine');
  assert.equal(new Set(service.sent('MS-CorrelationId')).size, service.requests.length);
}

suite('send: MS-RequestId and MS-CorrelationId', () => {
  test('kept after no answer', () => assertIds([nothingSent], '1 1'));
  test('kept after 429', () => assertIds([answer(429)], '1 1'));
  test('kept after 503', () => assertIds([answer(503, '', { 'Retry-After': '1' })], '1 1'));
  test('new after 401', () => assertIds([answer(401)], '1 2'));
  test('new after 401, then kept', () => assertIds([answer(429), answer(401), answer(429), nothingSent], '1 1 2 2 2'));

  test('kept for a reading after 500, 502, 504, 408 and a cut', async () => {
    const { service, read } = aService([answer(500), answer(502), answer(504), answer(408), cutOff, answer(200)]);
    await read();
    assert.equal(shortly(service.sent('MS-RequestId')), '1 1 1 1 1 1');
  });

  test('each attempt is announced with its id before it is made', async () => {
    const announced: string[] = [];
    const seen: number[] = [];
    const { service, submit } = aService([answer(429), answer(401), answer(202)]);
    await submit({
      beforeSend: async id => {
        announced.push(id);
        seen.push(service.requests.length);
      },
    });
    assert.deepEqual(announced, service.sent('MS-RequestId'));
    assert.deepEqual(seen, [0, 1, 2]);
  });

  test('what cannot be announced is not sent', async () => {
    const { service, submit } = aService([]);
    await assert.rejects(submit({ beforeSend: () => Promise.reject(new Error('disk full')) }), /disk full/);
    assert.equal(service.requests.length, 0);
  });

  test('those received are told', async () => {
    const headers = { 'ms-requestid': 'a', 'MS-CorrelationId': 'b', 'MS-CV': 'c', 'MS-ServerId': 'd', Date: 'e' };
    const { submit } = aService([answer(202, '', headers)]);
    const { ids } = await submit({ requestId: 'mine' });
    assert.deepEqual(ids, {
      requestId: 'mine',
      correlationId: '00000000-0000-4000-8000-000000000001',
      received: { requestId: 'a', correlationId: 'b', vector: 'c', serverId: 'd', date: 'e' },
    });
  });
});

/** Asserts the pauses before a call succeeds. */
async function assertPauses(kind: 'read' | 'submit', script: readonly Step[], ...pauses: readonly number[]) {
  const call = aService([...script, answer(200)]);
  await call[kind]();
  assert.deepEqual(call.service.pauses, pauses);
}

suite('send: patience', () => {
  test('a reading outlives an outage', () => assertPauses('read', [answer(500), cutOff, answer(503)], 500, 1500, 3500));
  test('a reading is made again where its answer was cut', () =>
    assertPauses('read', [{ ...answer(200, '{"a'), bodyEnd: 'cut' }], 500));
  test('a submission of which nothing was sent is made again', () =>
    assertPauses('submit', [nothingSent, nothingSent], 500, 1500));
  test('a throttled submission is made again', () =>
    assertPauses(
      'submit',
      [answer(429, '', { 'Retry-After': '57' }), answer(429, { message: 'Try again in 3 seconds.' })],
      57_000,
      13_000,
    ));
  test('a date is counted from now', () =>
    assertPauses('submit', [answer(503, '', { 'Retry-After': new Date(1_030_000).toUTCString() })], 30_000));

  test('ends with what was wrong last', async () => {
    const { service, read } = aService([
      answer(500),
      answer(500),
      cutOff,
      answer(500),
      cutOff,
      answer(502, 'Bad gateway'),
    ]);
    const { failure } = await assertFails(read(), 'unavailable');
    assert.equal('answer' in failure && failure.answer.status, 502);
    assert.equal(service.requests.length, 6);
  });
  test('ends in no connection', async () => {
    const { failure, cause } = await assertFails(
      aService(Array.from({ length: 6 }, () => nothingSent)).submit(),
      'unreachable',
    );
    assert.deepEqual([failure, cause], [{ reason: 'unreachable', fault: 'refused' }, nothingSent]);
  });
  test('ends throttled, with the time to wait', async () => {
    const { service, submit } = aService([answer(429, '', { 'Retry-After': '3600' })]);
    const { failure } = await assertFails(submit(), 'throttled');
    assert.equal('answer' in failure && failure.answer.retryAfterMs, 3_600_000);
    assert.equal(service.requests.length, 1);
  });
  for (const status of [302, 400, 403, 404, 405, 406, 409, 412, 413, 417, 501]) {
    test(`has none with ${status}`, async () => {
      const { service, read } = aService([answer(status, '', { Location: 'https://example.com/' })]);
      await assert.rejects(read(), ApiError);
      assert.equal(service.requests.length, 1);
    });
  }
});

suite('send: a submission that may have arrived is never sent again', () => {
  const outcomes: readonly (readonly [what: string, step: Step])[] = [
    ['connection reset', cutOff],
    ['no answer in time', new TransportError('answer-timeout', 'maybe')],
    ['not HTTP', new TransportError('not-http', 'maybe')],
    ['broken by the proxy', new TransportError('proxy', 'maybe')],
    ['a transport that breaks its promise', () => assert.fail('bug')],
    ...[408, 500, 501, 502, 503, 504].map(status => [`${status}`, answer(status)] as const),
    ['500 of empty policies', answer(500, { code: '800003', description: 'Sequence contains no matching element' })],
  ];
  for (const [what, step] of outcomes) {
    test(what, async () => {
      const { service, submit } = aService([step]);
      const { ids } = await assertFails(submit({ requestId: 'mine' }), 'unknown-outcome');
      assert.deepEqual([service.requests.length, ids?.requestId], [1, 'mine']);
    });
  }

  test('nor after it was throttled', async () => {
    const { service, submit } = aService([answer(429), cutOff]);
    await assertFails(submit(), 'unknown-outcome');
    assert.equal(service.requests.length, 2);
  });

  test('what the service said is told', async () => {
    const { failure } = await assertFails(
      aService([answer(500, { code: '800003', description: 'Oops' })]).submit(),
      'unknown-outcome',
    );
    assert.ok(failure.reason === 'unknown-outcome' && failure.because.is === 'answer');
    assert.deepEqual([failure.because.status, failure.because.code, failure.because.text], [500, '800003', 'Oops']);
  });
});

suite('send: cancelling', () => {
  const reason = new Error('cancelled');

  test('before anything', async () => {
    const { service, submit } = aService([]);
    await assert.rejects(submit({}, AbortSignal.abort(reason)), reason);
    assert.deepEqual([service.asked, service.requests], [[], []]);
  });

  test('while the attempt is written down: nothing is sent', async () => {
    const controller = new AbortController();
    const { service, submit } = aService([]);
    await assert.rejects(submit({ beforeSend: async () => controller.abort(reason) }, controller.signal), reason);
    assert.equal(service.requests.length, 0);
  });

  /** Cancels in the middle of a request. */
  const midway =
    (controller: AbortController, sent: 'nothing' | 'maybe'): Step =>
    () => {
      controller.abort(reason);
      return new TransportError('aborted', sent);
    };

  test('a reading on its way', async () => {
    const controller = new AbortController();
    await assert.rejects(aService([midway(controller, 'maybe')]).read(controller.signal), reason);
  });
  test('a submission of which nothing was sent', async () => {
    const controller = new AbortController();
    await assert.rejects(aService([midway(controller, 'nothing')]).submit({}, controller.signal), reason);
  });
  test('a submission on its way: nobody knows', async () => {
    const controller = new AbortController();
    const { failure } = await assertFails(
      aService([midway(controller, 'maybe')]).submit({}, controller.signal),
      'unknown-outcome',
    );
    assert.deepEqual(failure, { reason: 'unknown-outcome', because: { is: 'no-answer', fault: 'aborted' } });
  });
  test('an answer that came all the same counts', async () => {
    const controller = new AbortController();
    const { submit } = aService([
      () => {
        controller.abort(reason);
        return answer(202);
      },
    ]);
    assert.equal((await submit({}, controller.signal)).response.status, 202);
  });
  test('in a pause', async () => {
    const controller = new AbortController();
    const { service, submit } = aService([
      () => {
        controller.abort(reason);
        return answer(429);
      },
    ]);
    await assert.rejects(submit({}, controller.signal), reason);
    assert.equal(service.requests.length, 1);
  });
});

suite('send: what the log gets', () => {
  test('everything but the token', async () => {
    const { service, submit } = aService([nothingSent, answer(202, '', { 'MS-CV': 'x' })]);
    await submit();
    assert.deepEqual(
      service.events.map(({ is }) => is),
      ['request', 'no-answer', 'waiting', 'request', 'answer'],
    );
    const [request] = service.events;
    assert.ok(
      request?.is === 'request' &&
        request.body === body &&
        request.headers['MS-CorrelationId'] === request.correlationId,
    );
    assert.ok(!JSON.stringify(service.events).includes('token-'));
  });
});
