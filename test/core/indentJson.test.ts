import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { indentJson } from '../../src/core/indentJson.ts';

function assertIndented(text: string, ...lines: readonly string[]): void {
  assert.equal(indentJson(text), lines.join('\n'));
}

suite('indented JSON', () => {
  test('has a line for every member', () => {
    assertIndented('{"a":[1,{"b":null}]}', '{', '  "a": [', '    1,', '    {', '      "b": null', '    }', '  ]', '}');
  });

  test('keeps numbers and escapes as they came', () => {
    assertIndented(
      String.raw`{"a":12345678901234567890.10,"b":"\u0041"}`,
      '{',
      '  "a": 12345678901234567890.10,',
      String.raw`  "b": "\u0041"`,
      '}',
    );
  });

  test('leaves what is no JSON readable', () => {
    assertIndented('<html>no</html>', '<html>no</html>');
    assert.match(indentJson('{"a":[1,'), /"a": \[/);
  });
});
