import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { drain } from '../../src/core/manifest/drain.ts';
import { placesInSteps } from '../../src/platform/placesInText.ts';

/** The places of every `|` in the text, counted from 0, as `line:character`. */
function placesOf(text: string): readonly string[] {
  const offsets = Array.from(text.matchAll(/\|/g), ({ index }) => index);
  return drain(placesInSteps(text, offsets)).map(({ line, character }) => `${line}:${character}`);
}

suite('placesInSteps', () => {
  for (const [what, text, places] of [
    ['nothing asked for', 'a\nb', []],
    ['the beginning', '|a', ['0:0']],
    ['the end', 'a\n|', ['1:0']],
    ['several in a line', 'a|b|\n|', ['0:1', '0:3', '1:0']],
    ['LF', '\n\n a|', ['2:2']],
    ['CR LF', '\r\na|\r\n|', ['1:1', '2:0']],
    ['CR', '\ra|\r|', ['1:1', '2:0']],
    ['no other line break', '\u2028\u0085\v\f|', ['0:4']],
    ['UTF-16 units', '😀|', ['0:2']],
    ['far into a line', `${'a'.repeat(200_000)}|\n|`, ['0:200000', '1:0']],
  ] as const) {
    test(`finds lines and characters: ${what}`, () => assert.deepEqual(placesOf(text), places));
  }

  test('gives the same place twice', () => {
    assert.deepEqual(drain(placesInSteps('\na', [1, 1])), [
      { line: 1, character: 0 },
      { line: 1, character: 0 },
    ]);
  });
});
