import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { readBody, textOf } from '../../../src/api/wire/body.ts';

/** Asserts what a body holds. */
function assertBody(text: string, expected: unknown) {
  assert.deepEqual(readBody(new TextEncoder().encode(text)), expected);
}

suite('readBody', () => {
  test('JSON', () => assertBody('{"a":[1]}', { is: 'json', value: { a: [1] } }));
  test('JSON behind a byte-order mark', () => assertBody('\uFEFF{}', { is: 'json', value: {} }));
  test('JSON behind two', () => assertBody('\uFEFF\uFEFF[]', { is: 'json', value: [] }));
  test('JSON between blanks', () => assertBody(' \r\n"x"\n', { is: 'json', value: 'x' }));
  test('null', () => assertBody('null', { is: 'json', value: null }));
  test('nothing', () => assertBody('', { is: 'empty' }));
  test('blanks', () => assertBody('\uFEFF \n', { is: 'empty' }));
  test('a page', () =>
    assertBody('<!DOCTYPE html><html><head><TITLE lang="en"> 502 Bad Gateway </TITLE>', {
      is: 'markup',
      title: '502 Bad Gateway',
    }));
  test('a page without a title', () => assertBody('<html></html>', { is: 'markup', title: undefined }));
  test('XML', () => assertBody('<?xml version="1.0"?><fault/>', { is: 'markup', title: undefined }));
  test('text', () => assertBody('Service Unavailable', { is: 'text', text: 'Service Unavailable' }));
  test('JSON that was cut', () => assertBody('{"a":', { is: 'text', text: '{"a":' }));
  test('more than one value', () => assertBody('{} {}', { is: 'text', text: '{} {}' }));
  test('brackets without end', () => assertBody('['.repeat(200_000), { is: 'text', text: '['.repeat(200_000) }));
  test('a page that repeats the beginning of a title', () =>
    assertBody('<title'.repeat(100_000), { is: 'markup', title: undefined }));
});

suite('textOf', () => {
  test('leaves a byte-order mark out', () => assert.equal(textOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)), 'a'));
  test('shows bytes that are no UTF-8 as such', () => assert.equal(textOf(Uint8Array.of(0x61, 0xff)), 'a\uFFFD'));
});
