import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { decodeHardwareHash } from '../../../src/core/hash/decode.ts';
import type { HashAlteration, HashDamage, HashVerdict } from '../../../src/core/hash/hardwareHash.ts';
import { hardwareHash, hashBytes, hashRecords, hashText } from '../../support/hashBuilder.ts';
import { sha256 } from '../../support/sha256.ts';

const intact = hardwareHash();
const bytes = hashBytes(hashRecords());
const declared = bytes.readUInt16LE(2);

function assertIntact(text: string): void {
  assert.equal(decodeHardwareHash(text, sha256).is, 'intact');
}

function assertVerdict(text: string, expected: HashVerdict): void {
  const { hasBlanks, ...verdict } = decodeHardwareHash(text, sha256);
  assert.deepEqual(verdict, expected);
  assert.equal(hasBlanks, /[\s\u200B]/.test(text));
}

function assertDamaged(text: string, damage: HashDamage): void {
  assertVerdict(text, { is: 'damaged', damage });
}

function assertForeign(character: string, offset: number): void {
  const text = intact.slice(0, offset) + character + intact.slice(offset);
  assertDamaged(text, { kind: 'character', offset, character });
}

function assertCut(text: string, cellLimit: number | undefined, declaredBytes = declared): void {
  const digits = text.replaceAll('=', '').length;
  assertDamaged(text, {
    kind: 'cut',
    characters: text.length,
    cellLimit,
    declaredBytes,
    bytes: Math.floor((digits * 3) / 4),
  });
}

function assertAltered(text: string, ...alterations: readonly HashAlteration[]): void {
  assertVerdict(text, { is: 'altered', alterations });
}

function assertUnrecognized(text: string): void {
  assertVerdict(text, { is: 'unrecognized' });
}

/** The hash with some bytes changed; its trailer stays as it was. */
function changed(change: (copy: Buffer) => void): string {
  const copy = Buffer.from(bytes);
  change(copy);
  return hashText(copy);
}

/** The hash with some bytes changed and a trailer that agrees with them. */
function resealed(change: (copy: Buffer) => void): string {
  return changed(copy => {
    change(copy);
    const end = copy.readUInt16LE(2);
    copy.set([0x43, 0x53, 36, 0, ...sha256(copy.subarray(0, end))], end);
    copy.fill(0, end + 36);
  });
}

suite('an intact hash', () => {
  test('has 4,000 characters', () => assertIntact(intact));
  test('may have blanks around it', () => assertIntact(`  ${intact}\t`));
  test('may be broken into lines', () => assertIntact(intact.replaceAll(/.{76}/g, '$&\r\n')));
  test('may hold blanks that have no width', () => assertIntact(`\uFEFFT0\u200B${intact.slice(2)}`));
  test('may hold no record', () => assertIntact(hashText(hashBytes([]))));
  test('may hold records of unknown types', () =>
    assertIntact(hardwareHash({ more: [31, 35, 40_000].map(type => ({ type, payload: Uint8Array.of(1, 2) })) })));
  test('may hold records without payload', () =>
    assertIntact(
      hashText(hashBytes([1, 4, 5, 6, 7, 12, 14, 24, 25].map(type => ({ type, payload: Uint8Array.of() })))),
    ));
  test('may fill its 3,000 bytes to the last', () =>
    assertIntact(hashText(hashBytes([{ type: 31, payload: new Uint8Array(3000 - 4 - 4 - 36).fill(7) }]))));
});

suite('a damaged hash', () => {
  test('holds a quotation mark', () => assertForeign('"', 1000));
  test('holds a comma', () => assertForeign(',', 1001));
  test('holds the minus of base64url', () => assertForeign('-', 1002));
  test('holds the underscore of base64url', () => assertForeign('_', 1003));
  test('holds padding inside', () => assertForeign('=', 1004));
  test('holds a letter of another alphabet', () => assertForeign('А', 1005));
  test('holds a character of two units', () => assertForeign('😀', 1006));
  test('holds half of such a character', () => assertForeign('\uD83D', 1007));
  test('holds a foreign character behind its beginning', () => assertForeign('!', 3));
  test('holds a foreign character at its end', () => assertForeign('.', 4000));
  test('holds one, counted without blanks', () =>
    assertDamaged(` ${intact.slice(0, 50)}\n${intact.slice(50, 99)}#`, {
      kind: 'character',
      offset: 99,
      character: '#',
    }));

  test('is cut', () => assertCut(intact.slice(0, 254), undefined));
  test('is cut so that one character is left over', () => assertCut(intact.slice(0, 257), undefined));
  test('is cut and padded', () => assertCut(`${intact.slice(0, 514)}==`, undefined));
  test('is cut inside its header', () =>
    assertDamaged(intact.slice(0, 5), {
      kind: 'cut',
      characters: 5,
      cellLimit: undefined,
      declaredBytes: undefined,
      bytes: 3,
    }));
  test('is cut behind its header', () => assertCut(intact.slice(0, 6), undefined));
  test('is cut where dBASE cuts', () => assertCut(intact.slice(0, 255), 255));
  for (const limit of [1024, 2048, 32_767]) {
    test(`is cut where cells of ${limit} characters end`, () =>
      assertCut(`T0H/${'/'.repeat(limit - 4)}`, limit, 0xffff));
  }

  test('has one character too many', () => assertDamaged(`${intact}A`, { kind: 'length', characters: 4001 }));
  test('lost three characters', () => assertDamaged(intact.slice(0, 3997), { kind: 'length', characters: 3997 }));
});

suite('an altered hash', () => {
  const cellLimit = undefined;

  test('differs in a record', () =>
    assertAltered(
      changed(copy => copy.writeUInt8(copy.readUInt8(20) ^ 1, 20)),
      { kind: 'digest' },
    ));
  test('differs in its digest', () =>
    assertAltered(
      changed(copy => copy.writeUInt8(copy.readUInt8(declared + 35) ^ 1, declared + 35)),
      { kind: 'digest' },
    ));
  test('has no trailer', () =>
    assertAltered(
      changed(copy => copy.fill(0, declared)),
      { kind: 'trailer-missing' },
    ));
  test('has a trailer of another length', () =>
    assertAltered(
      changed(copy => copy.writeUInt16LE(37, declared + 2)),
      { kind: 'trailer-missing' },
    ));
  test('has bytes behind its trailer', () =>
    assertAltered(
      changed(copy => copy.writeUInt8(1, 2999)),
      { kind: 'bytes-behind-trailer' },
    ));
  test('has a record shorter than its own header', () =>
    assertAltered(
      resealed(copy => copy.writeUInt16LE(3, 6)),
      { kind: 'records', byteOffset: 4 },
    ));
  test('has a record that reaches into the trailer', () =>
    assertAltered(
      resealed(copy => copy.writeUInt16LE(declared, 6)),
      { kind: 'records', byteOffset: 4 },
    ));
  test('has bytes behind its last record', () =>
    assertAltered(
      resealed(copy => copy.writeUInt16LE(declared + 3, 2)),
      { kind: 'records', byteOffset: declared },
    ));
  test('declares less than a header', () =>
    assertAltered(
      changed(copy => copy.writeUInt16LE(3, 2)),
      { kind: 'records', byteOffset: 2 },
      { kind: 'trailer-missing' },
    ));
  test('is cut inside its trailer', () => {
    const characters = Math.floor((declared + 8) / 3) * 4;
    assertAltered(
      intact.slice(0, characters),
      { kind: 'trailer-missing' },
      { kind: 'characters', characters, cellLimit },
    );
  });

  test('lost zeros', () => assertAltered(intact.slice(0, 3996), { kind: 'characters', characters: 3996, cellLimit }));
  test('lost zeros in a cell', () =>
    assertAltered(intact.slice(0, 2048), { kind: 'characters', characters: 2048, cellLimit: 2048 }));
  test('lost characters that padding would stand for', () =>
    assertAltered(intact.slice(0, 3998), { kind: 'characters', characters: 3998, cellLimit }));
  test('has more zeros', () => assertAltered(`${intact}AAAA`, { kind: 'characters', characters: 4004, cellLimit }));
  test('stands there twice', () =>
    assertAltered(
      intact + intact,
      { kind: 'bytes-behind-trailer' },
      { kind: 'characters', characters: 8000, cellLimit },
    ));
  test('has padding for its last character', () => assertAltered(`${intact.slice(0, 3999)}=`, { kind: 'padding' }));
  test('has padding behind its last character', () =>
    assertAltered(`${intact}==`, { kind: 'padding' }, { kind: 'characters', characters: 4002, cellLimit }));
});

suite('text that is no 4K hash', () => {
  test('is empty', () => assertUnrecognized(''));
  test('is blank', () => assertUnrecognized(' \n '));
  test('is a dummy', () => assertUnrecognized('DummyHash123'));
  test('lost its first character', () => assertUnrecognized(intact.slice(1)));
  test('is in small letters', () => assertUnrecognized(intact.toLowerCase()));
  test('stands in quotation marks', () => assertUnrecognized(`"${intact}"`));
  test('ends after two characters', () => assertUnrecognized('T0'));
  test('begins just before the letters of a 4K hash', () => assertUnrecognized(`T0D${intact.slice(3)}`));
  test('begins just behind them', () => assertUnrecognized(`T0I${intact.slice(3)}`));
  test('is other base64', () => assertUnrecognized(Buffer.from('certificate').toString('base64')));
});
