import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { trimBlanks, withoutBlanks } from '../../src/core/blanks.ts';

suite('blanks', () => {
  for (const blank of [
    ' ',
    '\t',
    '\r\n',
    '\u00A0',
    '\u2003',
    '\u200B',
    '\u200C',
    '\u200D',
    '\u2060',
    '\u3000',
    '\uFEFF',
  ]) {
    test(`include ${JSON.stringify(blank)}`, () => {
      assert.equal(trimBlanks(`${blank}a${blank}b${blank}`), `a${blank}b`);
      assert.equal(withoutBlanks(`${blank}a${blank}b${blank}`), 'ab');
    });
  }

  test('may be all there is', () => {
    assert.equal(trimBlanks(' \u200B\n'), '');
    assert.equal(withoutBlanks(' \u200B\n'), '');
  });

  test('are none in text without them', () => {
    assert.equal(trimBlanks('a_b'), 'a_b');
    assert.equal(withoutBlanks(''), '');
  });
});
