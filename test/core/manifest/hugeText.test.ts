import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { validate } from '../../../src/core/manifest/validate.ts';
import { sha256 } from '../../support/sha256.ts';

function many(text: string, characters = 100_000): string {
  return text.repeat(characters / text.length);
}

/** In time that grows with the text's length only: anything more would keep this test for minutes. */
const texts: Readonly<Record<string, string>> = {
  'blanks alone': many(' ', 300_000),
  'blanks everywhere': `{${many(' ', 300_000)}"batchId"${many('\n')}:${many('\t')}"b"${many('\r\n')}}`,
  'brackets that open': many('['),
  'brackets that open and close': many('[') + many(']'),
  'brackets among the devices': `{"devices":${many('[')}`,
  'brackets that do not match': `{"devices":[{"x":${many('[')}${many('}')}`,
  'braces that open': many('{'),
  'braces among the devices': `{"devices":[${many('{')}`,
  'braces that close': `{"devices":[${many('}')}`,
  'objects inside objects': many('{"a":'),
  'lists inside a device': `{"devices":[{"policies":${many('[')}`,
  quotes: `{"devices":[{${many('"', 20_000)}`,
  backslashes: `{"batchId":"${many('\\')}"}`,
  escapes: `{"batchId":"${many(String.raw`\u0041`)}"}`,
  commas: `{"devices":[${many(',')}`,
  colons: `{"a"${many(':')}`,
  'a word': many('x'),
  'a number': many('1'),
  'words on one line': `{"devices":[{${many('x, ')}`,
  'comments that nothing closes': many('/*\n'),
  'comments that nothing closes, on one line': `{"devices":[{${many('/* ')}`,
  'devices without a quote, on one line': `{"devices":[${many('{"serialNumber:"x"},')}]}`,
  'braces after a slip': `{"devices":[{ x ${many('}   ')}`,
  'NUL characters': many('\0'),
  'halves of surrogate pairs': `{"batchId":"${many('\uD83D')}"}`,
  'byte-order marks': many('\uFEFF'),
  'unknown names': `{${many('"a":1,', 20_000)}"b":2}`,
  'a batch id of dots': `{"batchId":"${many('.')}"}`,
  'numbers in place of devices': `{"devices":[${many('1,', 20_000)}1]}`,
  'one device again and again': `{"devices":[${many('{"productKey":"3305412345678"},', 4_200_000)}{}]}`,
  'policies in place of one': `{"devices":[{"policies":[${many('{},', 20_000)}{}]}]}`,
};

suite('a text of any size', () => {
  for (const [what, text] of Object.entries(texts)) {
    test(what, () => {
      const problems = validate(text, { language: 'jsonc', sha256 });
      assert.ok(problems.length > 0);
      assert.ok(problems.every(({ span }) => span.start <= span.end && span.end <= text.length));
    });
  }
});
