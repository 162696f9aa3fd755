import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { suite, test } from 'node:test';

import { manifestDigest } from '../../src/platform/manifestDigest.ts';

const chunk = 1 << 18;

async function assertDigested(text: string): Promise<void> {
  assert.equal(await manifestDigest(text), createHash('sha256').update(text, 'utf8').digest('hex'));
}

suite('manifestDigest', () => {
  test('is SHA-256 in hexadecimal', async () =>
    assert.equal(await manifestDigest('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'));

  for (const [what, text] of Object.entries({
    'no text': '',
    'one chunk': 'a'.repeat(chunk),
    'one character more': 'é'.repeat(chunk + 1),
    'a pair of surrogates between chunks': `${'a'.repeat(chunk - 1)}😀b`,
    'pairs everywhere': '😀'.repeat(chunk + 3),
    'half a pair at the end of a chunk': `${'a'.repeat(chunk - 1)}\uD83Da`,
  })) {
    test(`is that of the whole text: ${what}`, async () => assertDigested(text));
  }
});
