import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { restoreHash } from '../../../src/core/hash/restoreHash.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';
import { sha256 } from '../../support/sha256.ts';

const hash = hardwareHash({ serialNumber: 'with + and /' });

function assertRepaired(text: string): void {
  assert.equal(restoreHash(text, sha256), hash);
}

function assertLost(text: string): void {
  assert.equal(restoreHash(text, sha256), undefined);
}

suite('a hash is restored', () => {
  test('from quotation marks', () => {
    for (const [open, close] of ['""', "''", '“”', '«»', '``'].map(marks => [marks.charAt(0), marks.charAt(1)])) {
      assertRepaired(`${open}${hash}${close}`);
    }
  });
  test('from quotation marks that are escaped', () => assertRepaired(String.raw`\"${hash}\"`));
  test('from the comma behind a cell', () => assertRepaired(`${hash},`));
  test('from line breaks inside', () => assertRepaired(hash.replaceAll(/.{64}/g, '$&\r\n')));
  test('from lines that are quoted', () =>
    assertRepaired(hash.replaceAll(/.{64}/g, '"$&" +\n').replaceAll('+\n', '\n')));
  test('from base64url', () => {
    assert.match(hash, /\+.*\/|\/.*\+/);
    assertRepaired(hash.replaceAll('+', '-').replaceAll('/', '_'));
  });
  test('from padding', () => assertRepaired(`${hash}==`));
  test('from padding in place of zeros', () => assertRepaired(`${hash.slice(0, 3998)}==`));
  test('from the loss of zeros', () => assertRepaired(hash.slice(0, 2048)));
  test('from the loss of one character', () => assertRepaired(hash.slice(0, 3999)));
  test('from zeros added', () => assertRepaired(`${hash}AAAA`));
  test('as it is, if nothing is wrong', () => assertRepaired(hash));
});

suite('a hash is lost', () => {
  test('if its records are cut', () => assertLost(hash.slice(0, 255)));
  test('if its trailer is cut', () => assertLost(hash.slice(0, hash.search(/A+$/) - 8)));
  test('if a character was changed', () => assertLost(`${hash.slice(0, 100)}é${hash.slice(101)}`));
  test('if characters are missing inside', () => assertLost(hash.slice(0, 100) + hash.slice(104)));
  test('if its first characters are missing', () => assertLost(hash.slice(2)));
  test('if another hash follows', () => assertLost(hash + hash));
  test('if it never was one', () => assertLost('DummyHash123'));
  test('if there is nothing', () => assertLost(''));
});
