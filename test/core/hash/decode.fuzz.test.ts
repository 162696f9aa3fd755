import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { decodeHardwareHash } from '../../../src/core/hash/decode.ts';
import { hardwareHash, hashBytes, hashRecords, hashText } from '../../support/hashBuilder.ts';
import { Random, mutateText, rounds } from '../../support/random.ts';
import { sha256 } from '../../support/sha256.ts';

const intact = hardwareHash();
const bytes = hashBytes(hashRecords());
const characters = ['A', 'Q', 'g', '/', '+', '=', '-', '_', '"', ' ', 'é'];

function assertNotIntact(text: string, change: string): void {
  assert.notEqual(decodeHardwareHash(text, sha256).is, 'intact', change);
}

suite('no changed hash passes for an intact one', () => {
  test('none of its beginnings', () => {
    for (let length = 0; length < intact.length; length += 1) {
      assertNotIntact(intact.slice(0, length), `the first ${length} characters`);
    }
  });

  test('none with a byte changed', () => {
    const random = new Random(1);
    for (let offset = 0; offset < bytes.length; offset += 1) {
      const change = random.pick([1, 0x80, 1 + random.below(255)]);
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(offset) ^ change, offset);
      assertNotIntact(hashText(copy), `byte ${offset} changed by ${change}`);
    }
  });

  test('none with a character changed', () => {
    const random = new Random(2);
    for (let offset = 0; offset < intact.length; offset += 1) {
      const character = random.pick(characters.filter(other => other !== intact[offset]));
      const text = intact.slice(0, offset) + character + intact.slice(offset + 1);
      assertNotIntact(text, `${character} for the character at ${offset}`);
    }
  });

  test('none of random bytes with the header of a hash', () => {
    const random = new Random(3);
    for (let round = 0; round < rounds(500); round += 1) {
      const noise = Buffer.from(random.bytes(random.below(700)));
      noise.set([0x4f, 0x41, random.below(256), random.below(4)].slice(0, noise.length));
      assertNotIntact(noise.toString('base64'), `round ${round}`);
    }
  });
});

suite('no text makes the decoder throw', () => {
  test('not a hash that slips of the hand changed', () => {
    const random = new Random(4);
    let text = intact;
    for (let round = 0; round < rounds(1000); round += 1) {
      text = round % 8 === 0 ? intact : mutateText(text, random);
      assert.doesNotThrow(() => decodeHardwareHash(text, sha256), `round ${round}`);
    }
  });

  test('not records of random lengths and contents under a digest that agrees', () => {
    const random = new Random(5);
    for (let round = 0; round < rounds(800); round += 1) {
      const records = Array.from({ length: random.below(12) }, () => ({
        type: random.below(40),
        payload: random.bytes(random.below(4) === 0 ? random.below(200) : random.below(30)),
      }));
      const hash = decodeHardwareHash(hashText(hashBytes(records)), sha256);
      assert.equal(hash.is, 'intact', `round ${round}`);
    }
  });
});
