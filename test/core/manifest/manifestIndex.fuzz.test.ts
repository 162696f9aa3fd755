import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { drain } from '../../../src/core/manifest/drain.ts';
import type { Device } from '../../../src/core/manifest/manifest.ts';
import { ManifestIndex } from '../../../src/core/manifest/manifestIndex.ts';
import type { ManifestLanguage } from '../../../src/core/manifest/readManifest.ts';
import type { TextChange } from '../../../src/core/manifest/textChange.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';
import { Random, rounds } from '../../support/random.ts';
import { sha256 } from '../../support/sha256.ts';

const hash = hardwareHash({ serialNumber: 'A1', collectedIn: 'winpe' });
const newerHash = hardwareHash({ serialNumber: 'A1', collectedAt: Date.UTC(2025, 5, 1) });

const devices = [
  `{ "serialNumber": "A1", "hardwareHash": "${hash}" }`,
  `{\r\n    "SerialNumber": "A1",\r\n    "hardwareHash": "${newerHash}"\r\n  }`,
  '{ "productKey": "3305412345678", "policies": [{ "key": "o_o_b_e", "value": " p1 " }] }',
  '{ "productKey": "3305412345678", "policies": [] }',
  '{ "serialNumber": "B2", "oemManufacturerName": "Lenovo", "modelName": "漢字 \\u0041" }',
  '{ "serialNumber": "B2", "SerialNumber": "B3", "grouptag": "x", "groupTag": "y" }',
  '{ "modelName": 42, "oemManufacturerName": "To be filled by O.E.M." }',
  '{}',
];

const documents: readonly { readonly language: ManifestLanguage; readonly text: string }[] = [
  { language: 'json', text: `{ "batchId": "Berlin", "devices": [\n  ${devices.join(',\n  ')}\n] }` },
  {
    language: 'json',
    text: `{ "batchid": 1, "devices": [${devices.slice(2, 5).join(',')}], "batchId": "x/", "batchid": 2 }`,
  },
  { language: 'jsonc', text: `// A\n{ "devices": [ /* B */ ${devices.join(', // C\n  ')},\n ], "BatchId": "x" } // D` },
];

const pieces = [
  ...'{ } [ ] : , " \\ / * \n'.split(' '),
  ' ',
  'A',
  '1',
  '"',
  ', ',
  '//',
  '/*',
  '*/',
  '\r\n',
  '漢',
  '"a": 1',
  '"modelName": "x",',
  '], "x": [',
];

/** Sequences of changes for each document. */
const sequences = rounds(15);

/** A change such as a hand makes, or a paste. */
function carefulChange(text: string, random: Random): TextChange {
  const offset = random.below(text.length + 1);
  switch (random.below(4)) {
    case 0:
      return pasteBetween(text, `${random.pick(devices)}, `, offset);
    case 1:
      return removeDevice(text, offset);
    case 2:
      return pasteBetween(text, random.pick(['\n', ' ', '\r\n\r\n']), offset);
    default:
      return { offset: valueAt(text, offset), length: 0, text: random.pick(['A', '1', ' ', '漢']) };
  }
}

/** A change such as a slip makes. */
function carelessChange(text: string, random: Random): TextChange {
  const offset = random.below(text.length + 1);
  const length = Math.min(random.pick([0, 0, 1, 1, 40]), text.length - offset);
  return { offset, length, text: random.pick(pieces) };
}

/** In front of the next device at or after `offset`. */
function pasteBetween(text: string, pasted: string, offset: number): TextChange {
  const next = text.indexOf('{', Math.max(offset, 2));
  return { offset: next === -1 ? offset : next, length: 0, text: pasted };
}

/** A device and the comma behind it, more or less. */
function removeDevice(text: string, offset: number): TextChange {
  const start = text.indexOf('{', Math.max(offset, 2));
  const end = text.indexOf(',', text.indexOf('}', start)) + 1;
  return start === -1 || end <= start
    ? { offset, length: 0, text: '' }
    : { offset: start, length: end - start, text: '' };
}

/** Behind the first letter of the next value. */
function valueAt(text: string, offset: number): number {
  const found = text.indexOf(': "', offset);
  return found === -1 ? offset : Math.min(text.length, found + 4);
}

function applied(text: string, changes: readonly TextChange[]): string {
  return changes.reduce(
    (now, { offset, length, text: piece }) => now.slice(0, offset) + piece + now.slice(offset + length),
    text,
  );
}

function readWhole(text: string, language: ManifestLanguage): ManifestIndex {
  return drain(ManifestIndex.read(text, { language, sha256, maxDevicesPerRequest: 9 }));
}

function assertSame(index: ManifestIndex, whole: ManifestIndex): void {
  assert.deepEqual(index.problems, whole.problems);
  const [{ text, devices: found, ...batch }, { text: expectedText, devices: expected, ...expectedBatch }] = [
    index.manifest,
    whole.manifest,
  ];
  assert.ok(text === expectedText);
  assert.deepEqual(batch, expectedBatch);
  assert.deepEqual(found.map(members), expected.map(members));
  assert.deepEqual(found.map(index.hashOf), expected.map(whole.hashOf));
}

/** The members of a device, whether they are there or computed. */
function members({ index, span, properties, fields, policies, policyEntries }: Device): Device {
  return { index, span, properties, fields, policies, policyEntries };
}

suite('a manifest index after any change', () => {
  for (const [number, { language, text: start }] of documents.entries()) {
    test(`knows what reading document ${number + 1} as a whole would tell`, () => {
      const random = new Random(number + 1);
      let followed = 0;
      for (let round = 0; round < sequences; round++) {
        let text = start;
        let index = readWhole(text, language);
        for (let step = 0; step < 10; step++) {
          const change = round % 2 === 0 || step % 4 < 3 ? carefulChange : carelessChange;
          const changes: TextChange[] = [];
          for (let count = random.pick([1, 1, 1, 3]); count > 0; count--) {
            changes.push(change(text, random));
            text = applied(text, changes.slice(-1));
          }
          if (index.follow(changes, text)) {
            assertSame(index, readWhole(text, language));
            followed += 1;
          } else {
            // What broke the text is undone now, or mended by chance later.
            text = random.pick([text, start]);
            index = readWhole(text, language);
          }
        }
      }
      assert.ok(followed > sequences * 4, `Only ${followed} changes were followed`);
    });
  }
});
