import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { readTime } from '../../../src/api/wire/time.ts';

/** Asserts the time that a text means; `undefined` for none. */
function assertTime(text: string, iso: string | undefined) {
  const time = readTime(text);
  assert.equal(time === undefined ? undefined : new Date(time).toISOString(), iso);
}

suite('readTime', () => {
  test('without zone it is UTC', () => assertTime('2017-07-25T10:00:00', '2017-07-25T10:00:00.000Z'));
  test('with seven digits and an offset', () =>
    assertTime('2017-08-09T14:43:26.0092288-07:00', '2017-08-09T21:43:26.009Z'));
  test('with Z', () => assertTime('2019-11-01T08:09:10Z', '2019-11-01T08:09:10.000Z'));
  test('with an offset without colon', () => assertTime('2019-11-01T08:09:10+0100', '2019-11-01T07:09:10.000Z'));
  test('without seconds', () => assertTime('2019-11-01T08:09', '2019-11-01T08:09:00.000Z'));
  test('with a blank in the middle and around', () => assertTime(' 2019-11-01 08:09:10 ', '2019-11-01T08:09:10.000Z'));
  for (const text of [
    '0001-01-01T00:00:00',
    '0001-01-01T00:00:00Z',
    '1601-01-01T00:00:00Z',
    '',
    'yesterday',
    '2017-07-25',
    '2017-13-25T10:00:00',
    '2017-07-25T10:00:00 CET',
    '07/25/2017 10:00:00',
    '1500000000',
  ]) {
    test(`none in ${JSON.stringify(text)}`, () => assertTime(text, undefined));
  }
});
