import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { readRetryAfter } from '../../src/api/retryAfter.ts';

const now = Date.UTC(2025, 0, 1, 12);

/** Asserts how long to wait, in milliseconds. */
function assertWait(ms: number | undefined, header?: string, text?: string) {
  assert.equal(readRetryAfter(header, text, now), ms);
}

suite('readRetryAfter', () => {
  test('seconds', () => assertWait(57_000, '57'));
  test('seconds with blanks', () => assertWait(57_000, ' 57 '));
  test('no time at all', () => assertWait(0, '0'));
  test('parts of a second', () => assertWait(1500, '1.5'));
  test('a date', () => assertWait(90_000, 'Wed, 01 Jan 2025 12:01:30 GMT'));
  test('an older form of a date', () => assertWait(90_000, 'Wednesday, 01-Jan-25 12:01:30 GMT'));
  test('a date gone by', () => assertWait(0, 'Wed, 01 Jan 2025 11:00:00 GMT'));
  test("the gateway's words", () => assertWait(57_000, undefined, 'Rate limit is exceeded. Try again in 57 seconds.'));
  test("the gateway's words in minutes", () => assertWait(120_000, undefined, 'Try again in 2 minutes.'));
  test('the header before the words', () => assertWait(5000, '5', 'Try again in 57 seconds.'));
  test('the words where the header is none', () => assertWait(57_000, 'soon', 'Try again in 57 seconds.'));
  for (const header of ['', 'soon', '-5', '1e9', '5s', 'Monday 5', 'Wed, 99 Jan 2025 12:01:30 GMT', '9'.repeat(30)]) {
    test(`nothing in ${JSON.stringify(header)}`, () => assertWait(undefined, header));
  }
  test('nothing at all', () => assertWait(undefined));
});
