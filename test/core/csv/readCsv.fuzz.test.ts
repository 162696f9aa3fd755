import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';

import { readCell } from '../../../src/core/csv/cell.ts';
import { headerColumns } from '../../../src/core/csv/columns.ts';
import type { CsvImport } from '../../../src/core/csv/csvImport.ts';
import { readCsv } from '../../../src/core/csv/readCsv.ts';
import { deviceTextFields } from '../../../src/core/manifest/manifest.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';
import { Random, rounds } from '../../support/random.ts';

const folder = path.join(import.meta.dirname, '../../../samples/csv');
const samples = readdirSync(folder)
  .filter(file => file.endsWith('.csv'))
  .map(file => new Uint8Array(readFileSync(path.join(folder, file))));

const troublemakers = [
  ...Array.from(',;\t"\r\n =\'+@\0'),
  '\r\n',
  '""',
  ',,',
  '",',
  '"\n',
  '\uFEFF',
  'é',
  'T0G',
  'Serial Number,Hardware Hash\n',
].map(text => Buffer.from(text));

function mutate(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  const start = random.below(bytes.length + 1);
  const end = Math.min(bytes.length, start + random.below(random.below(4) === 0 ? 500 : 4));
  const before = bytes.subarray(0, start);
  const cut = bytes.subarray(start, end);
  const after = bytes.subarray(end);
  switch (random.below(4)) {
    case 0:
      return Buffer.concat([before, after]);
    case 1:
      return Buffer.concat([before, cut, cut, after]);
    case 2:
      return Buffer.concat([before, random.bytes(1 + random.below(3)), after]);
    default:
      return Buffer.concat([before, random.pick(troublemakers), cut, after]);
  }
}

function droppedRows({ notes }: CsvImport): number {
  return notes.reduce((sum, note) => sum + (note.code === 'row-dropped' ? note.rows : 0), 0);
}

/** Asserts what holds for every file, whatever is in it. */
function assertSound(csv: CsvImport): void {
  assert.equal(csv.devices.length + droppedRows(csv), csv.rows);
  const lines = csv.devices.map(({ line }) => line);
  assert.deepEqual(
    lines,
    [...new Set(lines)].toSorted((a, b) => a - b),
  );
  for (const device of csv.devices) {
    const values = deviceTextFields.flatMap(field => device[field] ?? []);
    assert.ok(values.length > 0 && values.every(value => value.trim() === value && value !== ''));
  }
  const tagged = csv.devices.filter(({ groupTag }) => groupTag !== undefined).length;
  assert.equal(
    [...csv.groupTags.values()].reduce((sum, count) => sum + count, 0),
    tagged,
  );
  assert.doesNotMatch(JSON.stringify(csv.notes), /[A-Za-z0-9+/]{40}|\d{13}|@contoso/);
}

suite('any file', () => {
  test('of random bytes is read without a throw', () => {
    const random = new Random(1);
    for (let run = 0; run < rounds(300); run += 1) {
      assertSound(readCsv(random.bytes(random.below(400))));
    }
  });

  test('of random CSV is read without a throw', () => {
    const random = new Random(2);
    const pieces = [...troublemakers, Buffer.from('A1'), Buffer.from('Serial Number'), Buffer.from('3305000001111')];
    for (let run = 0; run < rounds(200); run += 1) {
      assertSound(readCsv(Buffer.concat(Array.from({ length: random.below(60) }, () => random.pick(pieces)))));
    }
  });

  test('that was damaged accounts for every row', () => {
    const random = new Random(3);
    for (let run = 0; run < rounds(250); run += 1) {
      let bytes = random.pick(samples);
      for (let slip = 0; slip <= random.below(4); slip += 1) {
        bytes = mutate(bytes, random);
      }
      assertSound(readCsv(bytes));
    }
  });

  test('without quotation marks has a row for each line that is neither blank nor a header', () => {
    const random = new Random(4);
    const cells = [
      '',
      ' ',
      'A1',
      'HP',
      '3305000001111',
      'Inc.',
      'a (b',
      'T0GAAAAAAAAAAAAAAAAAAAAAAAA',
      '1.2E+12',
      'Model',
      'Serial Number',
    ];
    for (let run = 0; run < rounds(200); run += 1) {
      const row = () => Array.from({ length: random.below(8) }, () => random.pick(cells));
      const rows = [['Serial Number', 'Hardware Hash'], ...Array.from({ length: random.below(12) }, row)];
      const expected = rows.filter(
        texts =>
          texts.some(text => text.trim() !== '') && headerColumns(texts.map(text => readCell(text).text)) === undefined,
      );
      const csv = readCsv(Buffer.from(rows.map(texts => texts.join(',')).join('\n')));
      assertSound(csv);
      assert.equal(csv.rows, expected.length);
    }
  });

  test('is read alike however its rows fall into the blocks that are parsed at a time', () => {
    const random = new Random(5);
    const text4K = hardwareHash();
    const devices = Array.from({ length: 200 }, (_, index) => ({
      serialNumber: `A${index}`,
      hardwareHash: text4K.slice(0, 3000 + random.below(1000)),
    }));
    const text = devices
      .map(({ serialNumber, hardwareHash: hash }) => {
        const broken = hash.replaceAll(/.{500}/g, () =>
          random.pick(['$&', '$&\r\n', '$&\n\n']).replace('$&', 'A'.repeat(500)),
        );
        return `"${serialNumber}","","${broken}"\r\n`;
      })
      .join('');
    const read = readCsv(Buffer.from(`Serial Number,Product ID,Hardware Hash\r\n${text}`)).devices;
    assert.deepEqual(
      read.map(device => [device.serialNumber, device.hardwareHash?.length]),
      devices.map(device => [device.serialNumber, device.hardwareHash.length]),
    );
  });
});
