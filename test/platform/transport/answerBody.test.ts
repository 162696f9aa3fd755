import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import { AnswerBody } from '../../../src/platform/transport/answerBody.ts';

const words = new TextEncoder().encode('words and words and words and words');

/** Asserts what becomes of a body of at most 40 bytes: its text and how it ends. */
function assertBody(chunks: readonly Uint8Array[], coding: string | undefined, text: string, end: string): void {
  const body = new AnswerBody(40);
  const whole = chunks.every(chunk => body.add(chunk));
  const read = body.end(whole ? 'whole' : 'too-large', coding);
  assert.deepEqual([new TextDecoder().decode(read.body), read.bodyEnd], [text, end]);
}

suite('AnswerBody', () => {
  test('puts the chunks together', () => {
    assertBody([], undefined, '', 'whole');
    assertBody([words.subarray(0, 5), words.subarray(5, 5), words.subarray(5, 9)], undefined, 'words and', 'whole');
  });

  test('takes what is within the bound', () => {
    assertBody([words, words.subarray(0, 5)], undefined, 'words and words and words and wordswords', 'whole');
    assertBody([words, words], undefined, 'words and words and words and wordswords', 'too-large');
  });

  test('undoes every coding, the last one first', () => {
    const text = 'words and words and words and words';
    assertBody([words], 'identity', text, 'whole');
    assertBody([gzipSync(words)], 'gzip', text, 'whole');
    assertBody([gzipSync(words)], 'X-GZIP', text, 'whole');
    assertBody([deflateSync(words)], 'deflate', text, 'whole');
    assertBody([brotliCompressSync(words)], 'br', text, 'whole');
    assertBody([brotliCompressSync(deflateSync(words))], 'deflate, br', text, 'whole');
  });

  test('decodes a cut body as far as it goes', () => {
    const coded = gzipSync(words.subarray(0, 8), { level: 0 });
    assertBody([coded.subarray(0, coded.length - 10)], 'gzip', 'words ', 'whole');
  });

  test('leaves what it cannot decode', () => {
    assertBody([words], 'gzip', 'words and words and words and words', 'whole');
    assertBody([words], 'compress', 'words and words and words and words', 'whole');
  });

  test('does not inflate past the bound', () => {
    assertBody([gzipSync(new Uint8Array(41))], 'gzip', '', 'too-large');
  });
});
