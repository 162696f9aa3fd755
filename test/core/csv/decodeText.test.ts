import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { decodeText } from '../../../src/core/csv/decodeText.ts';

const text = 'Serial Number,Büro\r\n';
const utf16le = Buffer.from(text, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();

/** Asserts that the bytes are read as `text` in the encoding; `+` says that a byte-order mark was there. */
function assertEncoding(bytes: Uint8Array, expected: string, ansi?: string): void {
  const decoded = decodeText(bytes, ansi);
  const { encoding } = decoded;
  assert.equal(decoded.text, text);
  assert.equal(encoding.name + (encoding.is === 'unicode' && encoding.byteOrderMark ? '+' : ''), expected);
  assert.equal(decoded.lost, 0);
}

suite('encoding', () => {
  test('is UTF-16 by its byte-order mark', () => {
    assertEncoding(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le]), 'utf-16le+');
    assertEncoding(Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]), 'utf-16be+');
  });

  test('is UTF-16 by its zero bytes where the mark is lost', () => {
    assertEncoding(utf16le, 'utf-16le');
    assertEncoding(utf16be, 'utf-16be');
  });

  test('is UTF-8 with and without a mark', () => {
    assertEncoding(Buffer.from(`\uFEFF${text}`), 'utf-8+');
    assertEncoding(Buffer.from(text), 'utf-8');
  });

  test('is a code page where the bytes are not Unicode', () => {
    assertEncoding(Buffer.from(text, 'latin1'), 'windows-1252');
    assertEncoding(Buffer.from(text, 'latin1'), 'windows-1252', 'latin1');
    assertEncoding(Buffer.from(text, 'latin1'), 'windows-1254', 'windows-1254');
  });

  test('falls back to windows-1252 where the code page is unknown, and says so', () => {
    const decoded = decodeText(Buffer.from(text, 'latin1'), 'cp-none');
    assert.deepEqual([decoded.text, decoded.encoding.name, decoded.unknownAnsi], [text, 'windows-1252', true]);
  });

  test('windows-1252 has characters where Latin-1 has control characters', () => {
    assert.equal(decodeText(Uint8Array.of(0x80, 0x92, 0x9f, 0xe4)).text, '€’Ÿä');
  });

  test('byte-order marks are no characters, wherever files were joined', () => {
    assert.equal(decodeText(Buffer.from('\uFEFFa\uFEFFb')).text, 'ab');
  });

  test('bytes without meaning are counted', () => {
    const utf8 = Buffer.concat([Buffer.from('\uFEFFa'), Buffer.from([0xff, 0xff]), Buffer.from('b')]);
    assert.equal(decodeText(utf8).lost, 2);
  });
});
