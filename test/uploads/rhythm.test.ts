import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { lookDelayMs } from '../../src/uploads/rhythm.ts';

const hour = 60 * 60 * 1000;

suite('lookDelayMs', () => {
  test('grows from the setting to a minute', () => {
    const delays = [0, 1, 2, 3, 4, 5, 6, 7, 8, 99].map(looks => lookDelayMs({ looks, ageMs: 0 }, 5));
    assert.deepEqual(
      delays.map(Math.round),
      [5000, 5000, 7500, 11_250, 16_875, 25_313, 37_969, 56_953, 60_000, 60_000],
    );
  });

  test('is ten minutes from two hours on', () => {
    assert.equal(lookDelayMs({ looks: 99, ageMs: 2 * hour - 1 }, 5), 60_000);
    assert.equal(lookDelayMs({ looks: 99, ageMs: 2 * hour }, 5), 600_000);
  });

  test('is never shorter than what the service asks for', () => {
    assert.equal(lookDelayMs({ looks: 1, ageMs: 0, retryAfterMs: 57_000 }, 5), 57_000);
    assert.equal(lookDelayMs({ looks: 1, ageMs: 0, retryAfterMs: 1000 }, 5), 5000);
  });
});
