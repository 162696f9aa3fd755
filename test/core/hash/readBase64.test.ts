import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { readBase64 } from '../../../src/core/hash/readBase64.ts';

function bytesOf(text: string): string {
  const base64 = readBase64(text);
  return base64.is === 'bytes' ? `${Buffer.from(base64.bytes).toString('latin1')}${base64.whole ? '' : '…'}` : '';
}

function foreignIn(text: string): number | undefined {
  const base64 = readBase64(text);
  return base64.is === 'foreign' ? base64.offset : undefined;
}

const long = Buffer.from('Contoso Book 14 '.repeat(1000));

suite('base64', () => {
  test('stands for bytes', () => assert.equal(bytesOf('Qm9vaw=='), 'Book'));
  test('may lack its padding', () => assert.equal(bytesOf('Qm9vaw'), 'Book'));
  test('may have too much of it', () => assert.equal(bytesOf('Qm9v==='), 'Boo'));
  test('says where a character is left over', () => assert.equal(bytesOf('Qm9va'), 'Boo…'));
  test('may be empty', () => assert.equal(bytesOf(''), ''));
  test('may be long', () => assert.equal(bytesOf(long.toString('base64')), long.toString()));
  test('has no such letter', () => assert.equal(foreignIn('Qm9v-w'), 4));
  test('has no padding inside', () => assert.equal(foreignIn('Qm=vaw'), 2));
  test('has none at its end either', () => assert.equal(foreignIn('Qm9vaw\n'), 6));
  test('has no letter that is not ASCII', () => assert.equal(foreignIn('Qm9vawé'), 6));
  test('has none far behind', () => assert.equal(foreignIn(`${long.toString('base64').slice(0, 9000)}漢`), 9000));
});
