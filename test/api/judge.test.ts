import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { Exchange } from '../../src/api/exchange.ts';
import { type HttpResponse, TransportError, type TransportFault } from '../../src/api/http.ts';
import { type CallKind, judge, keepsRequestId } from '../../src/api/judge.ts';
import { answer } from './scriptedService.ts';

const ids = { requestId: 'r', correlationId: 'c' };

/** The judgement in short: `success`, `failure not-found`, `again throttle 5000 throttled`, `unauthorized renewal`. */
function shortly(kind: CallKind, exchange: Exchange): string {
  const judgement = judge(kind, exchange, 0);
  switch (judgement.is) {
    case 'success':
      return 'success';
    case 'failure':
      return `failure ${judgement.failure.reason}`;
    case 'again':
      return ['again', judgement.pause, judgement.retryAfterMs, judgement.failure.reason]
        .filter(part => part !== undefined)
        .join(' ');
    case 'unauthorized':
      return `unauthorized ${judgement.remedy.is}`;
  }
}

/** Asserts what an answer means for a reading, and for a submission. */
function assertAnswer(response: HttpResponse, reading: string, submission = reading) {
  const exchange: Exchange = { is: 'answered', response, ids };
  assert.deepEqual([shortly('reading', exchange), shortly('submission', exchange)], [reading, submission]);
}

suite('judge: statuses', () => {
  const rows: readonly (readonly [status: number, reading: string, submission: string])[] = [
    [200, 'success', 'success'],
    [201, 'success', 'success'],
    [202, 'success', 'success'],
    [204, 'success', 'success'],
    [301, 'failure redirected', 'failure redirected'],
    [302, 'failure redirected', 'failure redirected'],
    [304, 'failure redirected', 'failure redirected'],
    [307, 'failure redirected', 'failure redirected'],
    [308, 'failure redirected', 'failure redirected'],
    [400, 'failure refused', 'failure refused'],
    [401, 'unauthorized renewal', 'unauthorized renewal'],
    [403, 'failure forbidden', 'failure forbidden'],
    [404, 'failure not-found', 'failure not-found'],
    [405, 'failure refused', 'failure refused'],
    [406, 'failure refused', 'failure refused'],
    [407, 'failure refused', 'failure refused'],
    [408, 'again outage unavailable', 'failure unknown-outcome'],
    [409, 'failure conflict', 'failure conflict'],
    [412, 'failure refused', 'failure refused'],
    [413, 'failure too-large', 'failure too-large'],
    [417, 'failure refused', 'failure refused'],
    [429, 'again throttle throttled', 'again throttle throttled'],
    [451, 'failure refused', 'failure refused'],
    [500, 'again outage unavailable', 'failure unknown-outcome'],
    [501, 'failure unavailable', 'failure unknown-outcome'],
    [502, 'again outage unavailable', 'failure unknown-outcome'],
    [503, 'again outage unavailable', 'failure unknown-outcome'],
    [504, 'again outage unavailable', 'failure unknown-outcome'],
    [505, 'failure unavailable', 'failure unknown-outcome'],
    [599, 'failure unavailable', 'failure unknown-outcome'],
  ];
  for (const [status, reading, submission] of rows) {
    test(`${status}`, () => assertAnswer(answer(status), reading, submission));
  }
});

suite('judge: throttling', () => {
  test('429 with seconds', () =>
    assertAnswer(answer(429, '', { 'Retry-After': '5' }), 'again throttle 5000 throttled'));
  test('429 with words', () =>
    assertAnswer(answer(429, { message: 'Try again in 7 seconds.' }), 'again throttle 7000 throttled'));
  test('503 with Retry-After was not accepted', () =>
    assertAnswer(answer(503, '', { 'Retry-After': '5' }), 'again throttle 5000 unavailable'));
  test('500 with Retry-After may have been', () =>
    assertAnswer(answer(500, '', { 'Retry-After': '5' }), 'again outage unavailable', 'failure unknown-outcome'));
});

suite('judge: 401', () => {
  const challenge = `Bearer error="insufficient_claims", claims="${btoa('{"access_token":{}}')}"`;

  test('an expired token', () =>
    assertAnswer(answer(401, { code: '400', description: 'Denied.' }), 'unauthorized renewal'));
  test('no challenge of the service itself', () =>
    assertAnswer(answer(401, '', { 'WWW-Authenticate': 'OAuth realm=urn:cpsvc:cpid:x' }), 'unauthorized renewal'));
  test('claims are wanted', () =>
    assertAnswer(answer(401, '', { 'WWW-Authenticate': challenge }), 'unauthorized step-up'));
  test('claims are wanted, before anything else', () =>
    assertAnswer(answer(401, { code: '900421' }, { 'WWW-Authenticate': challenge }), 'unauthorized step-up'));
  test('MFA is wanted', () => assertAnswer(answer(401, { code: '900421' }), 'unauthorized mfa'));
  test('MFA is wanted, as it was before', () => assertAnswer(answer(401, { code: 10_001 }), 'unauthorized mfa'));
  test('MFA is wanted, in words', () => assertAnswer(answer(401, 'MFA required'), 'unauthorized mfa'));
  test('MFA is wanted, in the reason phrase', () =>
    assertAnswer({ ...answer(401, '<html>'), statusText: 'Unauthorized - MFA required' }, 'unauthorized mfa'));
  test('403 with claims is no 401', () =>
    assertAnswer(answer(403, '', { 'WWW-Authenticate': challenge }), 'failure forbidden'));
});

suite('judge: bodies that end early', () => {
  test('cut', () => assertAnswer({ ...answer(200, '{}'), bodyEnd: 'cut' }, 'again outage unreadable', 'success'));
  test('too large', () =>
    assertAnswer({ ...answer(200, '{}'), bodyEnd: 'too-large' }, 'failure unreadable', 'success'));
  test('of a refusal', () => assertAnswer({ ...answer(404), bodyEnd: 'cut' }, 'failure not-found'));
});

/** Asserts what it means for a reading, and for a submission of which nothing, or maybe something, was sent. */
function assertFault(fault: TransportFault, expected: string) {
  const of = (kind: CallKind, sent: 'nothing' | 'maybe') =>
    shortly(kind, { is: 'unanswered', error: new TransportError(fault, sent), ids });
  assert.deepEqual(
    [of('reading', 'nothing'), of('reading', 'maybe'), of('submission', 'nothing'), of('submission', 'maybe')],
    [expected, expected, expected, 'failure unknown-outcome'],
  );
}

suite('judge: no answer', () => {
  const patient: readonly TransportFault[] = [
    'dns',
    'refused',
    'proxy',
    'connect-timeout',
    'answer-timeout',
    'reset',
    'not-http',
    'other',
  ];
  const final: readonly TransportFault[] = ['tls', 'proxy-authentication', 'aborted'];

  for (const fault of patient) {
    test(fault, () => assertFault(fault, 'again outage unreachable'));
  }
  for (const fault of final) {
    test(fault, () => assertFault(fault, 'failure unreachable'));
  }
});

/** Asserts that the next attempt has the same `MS-RequestId`, or a new one. */
function assertKept(kept: boolean, ...statuses: readonly number[]) {
  for (const status of statuses) {
    assert.equal(keepsRequestId({ is: 'answered', response: answer(status), ids }), kept, `${status}`);
  }
}

suite('keepsRequestId', () => {
  test('after no answer', () =>
    assert.ok(keepsRequestId({ is: 'unanswered', error: new TransportError('reset', 'maybe'), ids })));
  test('after "later"', () => assertKept(true, 408, 429, 500, 502, 503, 504, 599));
  test('not after any other answer', () => assertKept(false, 200, 202, 301, 400, 401, 403, 404, 409, 413));
});
