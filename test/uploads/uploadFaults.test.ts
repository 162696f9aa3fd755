import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { Fault } from '../../src/emulator/fault.ts';
import { type AccountChange, someDevices, UploadWorld } from './uploadWorld.ts';

type AtAppend = Fault extends infer F ? (F extends Fault ? Omit<F, 'at'> : never) : never;

interface Expectation {
  /** How often the service accepted the device of each of the three parts; once each if absent. */
  readonly accepted?: readonly [number, number, number];
  /** What has become of the second part and its job. */
  readonly part: string;
  /** Why the upload waits for the user, if it does. */
  readonly stop?: string;
}

interface Circumstances {
  readonly answerMs?: number;
  readonly account?: AccountChange;
}

/** Uploads three devices in parts of one, with `faults` happening to the second part, and asserts how that ends. */
async function assertEnd(
  faults: readonly AtAppend[],
  { accepted = [1, 1, 1], part, stop }: Expectation,
  { answerMs = 5000, account = {} }: Circumstances = {},
): Promise<void> {
  await using world = await UploadWorld.start(someDevices(3), { answerMs });
  world.account = account;
  world.pollSeconds = 60;
  world.service.knobs.faults.push(...faults.map((fault): Fault => ({ ...fault, at: 'append' })));
  const window = await world.openWindow();

  await window.upload(1);

  const record = world.record();
  const second = record.parts[1];
  const job = second?.is === 'accepted' ? `, ${second.job.is}` : '';
  const because = second?.is === 'accepted' && second.job.is === 'untracked' ? `, ${second.job.because}` : '';
  assert.equal(`${second?.is}${job}${because}`, part);
  const reason =
    record.stop?.is === 'paused' && record.stop.because === 'failure' ? record.stop.failure.reason : undefined;
  assert.equal(reason, stop);
  const { S1 = 0, S2 = 0, S3 = 0 } = world.acceptances();
  assert.deepEqual([S1, S2, S3], accepted);
}

const watched: Expectation = { part: 'accepted, ended' };
const found: Expectation = { part: 'accepted, untracked, found-in-batch' };
const unknown: Expectation = { part: 'unknown', accepted: [1, 0, 0] };

function paused(stop: string): Expectation {
  return { part: 'planned', stop, accepted: [1, 0, 0] };
}

function answering(status: number, body: unknown = '', headers: Record<string, string> = {}): AtAppend {
  return { fault: 'answer', status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function located(location: string): AtAppend {
  return { fault: 'rewrite', headers: { Location: location } };
}

suite('a part that never arrives and may have', () => {
  test('connection reset with the head', () => assertEnd([{ fault: 'reset', when: 'head' }], unknown));
  test('connection reset within the body', () => assertEnd([{ fault: 'reset', when: 'body' }], unknown));
  test('connection reset behind the body', () => assertEnd([{ fault: 'reset', when: 'received' }], unknown));
  test('no answer', () => assertEnd([{ fault: 'silence', when: 'received' }], unknown, { answerMs: 300 }));
  for (const status of [408, 500, 502, 503, 504]) {
    test(`${status}`, () => assertEnd([answering(status)], unknown));
  }
  test('500 with words', () =>
    assertEnd([answering(500, { code: '800003', description: 'Sequence contains no matching element' })], unknown));
  test('200 with a page', () => assertEnd([answering(200, '<html><title>Sign in</title>')], unknown));
});

suite('a part that arrives without anybody being told', () => {
  test('connection reset in place of the answer', () => assertEnd([{ fault: 'reset', when: 'handled' }], found));
  test('answer cut', () => assertEnd([{ fault: 'cut' }], found));
  test('no answer', () => assertEnd([{ fault: 'silence', when: 'handled' }], found, { answerMs: 300 }));
  test('504', () => assertEnd([{ fault: 'rewrite', status: 504, headers: { Location: null } }], found));
  test('200 with a page', () =>
    assertEnd([{ fault: 'rewrite', status: 200, headers: { Location: null }, body: '<html>' }], found));
});

suite('a part that is certainly not accepted, for now', () => {
  const tooMany = { statusCode: 429, message: 'Rate limit is exceeded. Try again in 57 seconds.' };

  test('429 with seconds', () => assertEnd([answering(429, tooMany, { 'Retry-After': '57' })], watched));
  test('429 with a date', () =>
    assertEnd([answering(429, tooMany, { 'Retry-After': 'Sun, 01 Jun 2025 12:10:00 GMT' })], watched));
  test('429 with nothing', () => assertEnd([answering(429)], watched));
  test('503 with Retry-After', () => assertEnd([answering(503, '', { 'Retry-After': '5' })], watched));
  test('429 again and again for a quarter of an hour', () =>
    assertEnd([{ ...answering(429, tooMany, { 'Retry-After': '57' }), times: 12 }], watched));
  test('429 without end', () => assertEnd([{ ...answering(429, tooMany), times: 10_000 }], paused('throttled')));
});

suite('a part that is refused', () => {
  const refusals: readonly (readonly [status: number, code: string, reason: string])[] = [
    [400, '3000', 'refused'],
    [400, '800002', 'refused'],
    [400, '900118', 'refused'],
    [403, '2032', 'forbidden'],
    [403, '20002', 'forbidden'],
    [403, '900149', 'forbidden'],
    [404, '1000', 'not-found'],
    [405, '', 'refused'],
    [409, '', 'conflict'],
    [413, '', 'too-large'],
  ];
  for (const [status, code, reason] of refusals) {
    test(`${status} ${code}`, () => assertEnd([answering(status, { code, description: 'No.' })], paused(reason)));
  }

  test('307 to another host, which is not followed', () =>
    assertEnd([answering(307, '', { Location: 'https://elsewhere.example/' })], paused('redirected')));
});

suite('a part whose token is refused', () => {
  const mfa = { code: '900421', description: 'MFA is required.' };
  const claims = { 'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${btoa('{"access_token":{}}')}"` };

  test('goes through with a renewed one', () => assertEnd([answering(401, { code: '400' })], watched));
  test('waits for the user if that is refused too', () =>
    assertEnd([answering(401), answering(401)], paused('unauthorized')));
  test('goes through after a fresh sign-in', () => assertEnd([answering(401, mfa)], watched));
  test('waits for the user if that is refused too, or declined', async () => {
    await assertEnd([answering(401, mfa), answering(401, mfa)], paused('mfa-required'));
    await assertEnd([answering(401, mfa)], paused('mfa-required'), {
      account: { signInAgain: async () => undefined },
    });
  });
  test('goes through with the claims that are asked for', () => assertEnd([answering(401, '', claims)], watched));
  test('waits for the user if they are asked for again', () =>
    assertEnd([answering(401, '', claims), answering(401, '', claims)], paused('step-up-required')));
});

suite('an acceptance', () => {
  const path = 'customers/{customer}/batchJobStatus/{tracking}';

  test('with an absolute link', () => assertEnd([located(`{origin}/v1/${path}`)], watched));
  test('with a link without a slash, or with /v1', async () => {
    await assertEnd([located(path)], watched);
    await assertEnd([located(`/v1/${path}`)], watched);
  });
  test('with a link in another case', () =>
    assertEnd(
      [located(path.toUpperCase().replace('{CUSTOMER}', '{customer}').replace('{TRACKING}', '{tracking}'))],
      watched,
    ));
  test('with a link to a foreign host, which is not asked', () =>
    assertEnd([located(`https://elsewhere.example/v1/${path}`)], watched));
  test('with a link in the body, behind a byte-order mark', () =>
    assertEnd(
      [{ fault: 'rewrite', status: 200, headers: { Location: null }, body: `\uFEFF{"uri":"/${path}"}` }],
      watched,
    ));
  test('with a link to another customer’s job, which is left alone', () =>
    assertEnd([located('/customers/47021739-3426-40bf-9601-61b4b6d7c793/batchJobStatus/{tracking}')], {
      part: 'accepted, untracked, other-customer',
    }));
  test('without a link', () =>
    assertEnd([{ fault: 'rewrite', headers: { Location: null } }], { part: 'accepted, untracked, no-link' }));
});
