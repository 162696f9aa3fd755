import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { plainText } from '../../src/platform/plainText.ts';

function assertShown(text: string, shown: string): void {
  assert.equal(plainText(text), shown);
}

suite('plainText', () => {
  test('leaves ordinary text of any script as it is', () => {
    for (const text of [
      '',
      'Contoso',
      'Fabrikam (Pty) Ltd. – 50 % & more',
      'Ζεύς 北京 العربية',
      '👩‍💻',
      'a\\b [x] $x ) (',
    ]) {
      assertShown(text, text);
    }
  });

  test('shows line breaks and control characters as escapes', () => {
    assertShown('a\nb', String.raw`a\nb`);
    assertShown('a\r\nb\tc', String.raw`a\r\nb\tc`);
    assertShown('\u0000\u001B[31m\u007F\u009B', String.raw`\u0000\u001B[31m\u007F\u009B`);
    assertShown('a\u0085b\u2028c\u2029d', String.raw`a\u0085b\u2028c\u2029d`);
  });

  test('shows every bidi mark as an escape', () => {
    for (const code of [
      '061C',
      '200E',
      '200F',
      '202A',
      '202B',
      '202C',
      '202D',
      '202E',
      '2066',
      '2067',
      '2068',
      '2069',
    ]) {
      assertShown(`a${String.fromCodePoint(Number.parseInt(code, 16))}b`, String.raw`a\u${code}b`);
    }
  });

  test('shows half a surrogate pair as an escape', () => {
    assertShown('a\uD83Db', String.raw`a\uD83Db`);
    assertShown('\uDE00', String.raw`\uDE00`);
  });

  test('breaks links and icons', () => {
    assertShown('[free](command:x)', '[free] (command:x)');
    assertShown('[a](b)](c)', '[a] (b)] (c)');
    assertShown('$(trash) $$(x)', '$ (trash) $$ (x)');
  });

  test('does not put a broken link together again by escaping', () => {
    assert.doesNotMatch(plainText(']\u0000('), /\]\(/);
    assert.doesNotMatch(plainText('$\u202E('), /\$\(/);
  });

  test('keeps 200 characters', () => {
    assertShown('x'.repeat(200), 'x'.repeat(200));
    assertShown('x'.repeat(201), `${'x'.repeat(199)}…`);
  });

  test('counts what it adds', () => {
    assert.equal(plainText('\n'.repeat(150)).length, 200);
    assert.equal(plainText('$('.repeat(90)).length, 200);
  });

  test('never leaves half a surrogate pair at the cut', () => {
    assertShown(`${'x'.repeat(198)}😀😀`, `${'x'.repeat(198)}…`);
    assertShown(`${'x'.repeat(197)}😀😀`, `${'x'.repeat(197)}😀…`);
    assertShown(`${'x'.repeat(199)}😀`, `${'x'.repeat(199)}…`);
  });

  test('cuts a text of five million characters', () => {
    assertShown('x'.repeat(5_000_000), `${'x'.repeat(199)}…`);
  });
});
