import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { type DecodedText, decodeText } from '../../../src/core/csv/decodeText.ts';
import { drain } from '../../../src/core/manifest/drain.ts';
import { Random, rounds } from '../../support/random.ts';

const text = 'Serial Number,Büro\r\n';
const utf16le = Buffer.from(text, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();

function decoded(bytes: Uint8Array, ansi?: string, bytesPerStep?: number): DecodedText {
  return drain(decodeText(bytes, ansi, bytesPerStep));
}

/** Asserts that the bytes are read as `text` in the encoding; `+` says that a byte-order mark was there. */
function assertEncoding(bytes: Uint8Array, expected: string, ansi?: string): void {
  const { encoding, lost, text: found } = decoded(bytes, ansi);
  assert.equal(found, text);
  assert.equal(encoding.name + (encoding.is === 'unicode' && encoding.byteOrderMark ? '+' : ''), expected);
  assert.equal(lost, 0);
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
    const { text: found, encoding, unknownAnsi } = decoded(Buffer.from(text, 'latin1'), 'cp-none');
    assert.deepEqual([found, encoding.name, unknownAnsi], [text, 'windows-1252', true]);
  });

  test('windows-1252 has characters where Latin-1 has control characters', () => {
    assert.equal(decoded(Uint8Array.of(0x80, 0x92, 0x9f, 0xe4)).text, '€’Ÿä');
  });

  test('byte-order marks are no characters, wherever files were joined', () => {
    assert.equal(decoded(Buffer.from('\uFEFFa\uFEFFb')).text, 'ab');
  });

  test('bytes without meaning are counted', () => {
    const utf8 = Buffer.concat([Buffer.from('\uFEFFa'), Buffer.from([0xff, 0xff]), Buffer.from('b')]);
    assert.equal(decoded(utf8).lost, 2);
  });
});

suite('the steps in which a text is decoded', () => {
  const marks = [[], [], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]].map(mark => Uint8Array.from(mark));
  const characters = [
    'A',
    ',',
    '\n',
    '\r\n',
    '\u0A0A',
    'ü',
    '€',
    '漢',
    '\u{1F4BB}',
    '\uD83D',
    '\uDE00',
    '\uFEFF',
    '\uFFFD',
  ];
  const codePages = [undefined, 'windows-1254', 'shift_jis', 'gb18030', 'iso-2022-jp', 'utf-16', 'cp-none'];

  /** A text with a byte-order mark or without, in one of the encodings, whole, cut or with bytes that mean nothing. */
  function randomBytes(random: Random): Uint8Array {
    const one = Array.from({ length: random.below(40) }, () => random.pick(characters)).join('');
    const little = Buffer.from(one, 'utf16le');
    const bytes = random.pick([little, Buffer.from(little).swap16(), Buffer.from(one), Buffer.from(one, 'latin1')]);
    const whole = Buffer.concat([random.pick(marks), bytes, random.bytes(random.below(4) === 0 ? random.below(6) : 0)]);
    return whole.subarray(0, whole.length - random.below(3));
  }

  test('make no difference to what is read', () => {
    const random = new Random(11);
    const names = new Set<string>();
    for (let round = 0; round < rounds(600); round += 1) {
      const bytes = randomBytes(random);
      const ansi = random.pick(codePages);
      const atOnce = decoded(bytes, ansi, Infinity);
      for (const bytesPerStep of [1, 2, 3, 5, 8]) {
        assert.deepEqual(decoded(bytes, ansi, bytesPerStep), atOnce, Buffer.from(bytes).toString('hex'));
      }
      names.add(atOnce.encoding.name);
    }
    const all = [
      'gb18030',
      'iso-2022-jp',
      'shift_jis',
      'utf-16be',
      'utf-16le',
      'utf-8',
      'windows-1252',
      'windows-1254',
    ];
    assert.deepEqual([...names].toSorted(), all);
  });

  test('read what the encodings’ own decoders do', () => {
    const wide = Buffer.from('\uFEFFA,\u{1F4BB}\uD83D\n漢'.repeat(20), 'utf16le');
    for (const cut of [0, 1, 2, 3]) {
      const bytes = wide.subarray(0, wide.length - cut);
      const expected = new TextDecoder('utf-16le').decode(bytes).replaceAll('\uFEFF', '');
      assert.equal(decoded(bytes, undefined, 3).text, expected);
    }
  });

  test('are short', () => {
    const bytes = Buffer.from('Büro\r\n'.repeat(400_000), 'latin1');
    assert.ok([...decodeText(bytes)].length >= 7);
    assert.ok([...decodeText(Buffer.from('\uFEFFA,B\r\n'.repeat(100_000), 'utf16le'))].length >= 4);
  });
});
