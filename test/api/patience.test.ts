import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { Patience } from '../../src/api/patience.ts';

type Pause = readonly ['outage' | 'throttle', retryAfterMs?: number];

/** Asserts the pauses, in milliseconds; `undefined` where patience ends. */
function assertPauses(pauses: readonly Pause[], ...expected: readonly (number | undefined)[]) {
  const patience = new Patience();
  assert.deepEqual(
    pauses.map(([pause, retryAfterMs]) => patience.nextPause(pause, retryAfterMs)),
    expected,
  );
}

suite('Patience', () => {
  const outage: Pause = ['outage'];
  const throttle: Pause = ['throttle'];

  test('grows through an outage, and ends', () =>
    assertPauses([outage, outage, outage, outage, outage, outage], 500, 1500, 3500, 7500, 15_500, undefined));
  test('is longer where the service throttles without saying how long', () =>
    assertPauses(
      [throttle, throttle, throttle, throttle, throttle, throttle],
      5000,
      10_000,
      20_000,
      40_000,
      80_000,
      undefined,
    ));
  test('gives what is asked for, and more from the second time on', () =>
    assertPauses(
      [
        ['throttle', 57_000],
        ['throttle', 57_000],
        ['throttle', 1000],
      ],
      57_000,
      67_000,
      21_000,
    ));
  test('counts both kinds together', () =>
    assertPauses(
      [outage, ['throttle', 1000], outage, ['throttle', 1000], outage, outage],
      500,
      1000,
      3500,
      41_000,
      15_500,
      undefined,
    ));
  test('never repeats at once', () => assertPauses([['throttle', 0]], 500));
  test('leaves long waits to the caller', () => assertPauses([['throttle', 5 * 60_000 + 1]], undefined));
  test('waits for as long as five minutes', () => assertPauses([['throttle', 5 * 60_000]], 5 * 60_000));
});
