import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';

import type { CsvDelimiter, CsvHeader, CsvNoteCode } from '../../../src/core/csv/csvImport.ts';
import { readCsv } from '../../../src/core/csv/readCsv.ts';
import { decodeHardwareHash } from '../../../src/core/hash/decode.ts';
import { sha256 } from '../../support/sha256.ts';

const folder = path.join(import.meta.dirname, '../../../samples/csv');

interface Expected {
  /** The encoding; `+` says that a byte-order mark is there. */
  readonly encoding: string;
  readonly delimiter: CsvDelimiter;
  readonly header: string;
  /** For each device the serial number, else the product key, else `hash`. */
  readonly devices: readonly string[];
  readonly notes: readonly CsvNoteCode[];
}

const samples: Readonly<Record<string, Expected>> = {
  'collector.csv': {
    encoding: 'utf-16le+',
    delimiter: ',',
    header: 'collector',
    devices: ['5CG1000009'],
    notes: [],
  },
  'collector-group-tag.csv': {
    encoding: 'utf-16le+',
    delimiter: ',',
    header: 'intune',
    devices: ['PF200010'],
    notes: ['group-tag', 'assigned-user'],
  },
  'collector-partner.csv': {
    encoding: 'utf-16le+',
    delimiter: ',',
    header: 'partner-center',
    devices: ['VMware-56 4d 00 00 00 00 00 11', '5CG1000012'],
    notes: ['columns-repaired'],
  },
  'excel-semicolon.csv': {
    encoding: 'windows-1252',
    delimiter: ';',
    header: 'collector',
    devices: ['00123456', 'hash'],
    notes: ['encoding-guessed', 'column-unknown', 'formula-unwrapped', 'zeros-lost', 'scientific'],
  },
  'excel-unicode-text.csv': {
    encoding: 'utf-16le+',
    delimiter: '\t',
    header: 'collector',
    devices: ['PF200019', 'PF200020'],
    notes: ['hash-joined'],
  },
  'identifiers.csv': {
    encoding: 'utf-8',
    delimiter: ',',
    header: 'guessed: oemManufacturerName, modelName, serialNumber',
    devices: ['PF200023', '5CG1000024'],
    notes: ['columns-guessed'],
  },
  'intune.csv': {
    encoding: 'windows-1252',
    delimiter: ',',
    header: 'intune',
    devices: ['5CG1000006', '5CG1000007', '5CG1000008'],
    notes: ['encoding-guessed', 'group-tag', 'assigned-user'],
  },
  'inventory-report.csv': {
    encoding: 'utf-8+',
    delimiter: ',',
    header: 'managed-desktop',
    devices: ['5CG1000016'],
    notes: ['column-unknown', 'column-unknown', 'row-dropped'],
  },
  'managed-desktop.csv': {
    encoding: 'utf-8',
    delimiter: ',',
    header: 'managed-desktop',
    devices: ['PF200015'],
    notes: [],
  },
  'mdm-diagnostics.csv': {
    encoding: 'utf-8',
    delimiter: ',',
    header: 'collector',
    devices: ['PF200014'],
    notes: [],
  },
  'no-header.csv': {
    encoding: 'utf-8',
    delimiter: ',',
    header: 'guessed: serialNumber, productKey, hardwareHash, groupTag',
    devices: ['5CG1000021', '5CG1000022'],
    notes: ['columns-guessed', 'group-tag'],
  },
  'partner-center.csv': {
    encoding: 'utf-8+',
    delimiter: ',',
    header: 'partner-center',
    devices: ['5CG1000001', '3305000002222', 'PF200003'],
    notes: [],
  },
  'partner-center-template.csv': {
    encoding: 'utf-8+',
    delimiter: ',',
    header: 'partner-center',
    devices: ['PF200004', '330500000333', 'hash'],
    notes: ['zeros-lost', 'row-dropped'],
  },
  'powershell-7.csv': {
    encoding: 'utf-8',
    delimiter: ',',
    header: 'collector',
    devices: ['5CG1000013'],
    notes: [],
  },
};

function headerName(header: CsvHeader): string {
  switch (header.is) {
    case 'named':
      return header.layout;
    case 'guessed':
      return `guessed: ${header.columns.join(', ')}`;
    case 'unknown':
      return 'unknown';
  }
}

suite('samples of every CSV dialect', () => {
  for (const [name, expected] of Object.entries(samples)) {
    test(`${name} is read`, () => {
      const { dialect, devices, notes } = readCsv(readFileSync(path.join(folder, name)));
      const { encoding } = dialect;
      const actual: Expected = {
        encoding: encoding.name + (encoding.is === 'unicode' && encoding.byteOrderMark ? '+' : ''),
        delimiter: dialect.delimiter,
        header: headerName(dialect.header),
        devices: devices.map(device => device.serialNumber ?? device.productKey ?? 'hash'),
        notes: notes.map(({ code }) => code),
      };
      assert.deepEqual(actual, expected);
    });

    test(`${name} holds whole hashes only`, () => {
      const hashes = readCsv(readFileSync(path.join(folder, name))).devices.flatMap(
        device => device.hardwareHash ?? [],
      );
      assert.deepEqual(
        hashes.map(hash => decodeHardwareHash(hash, sha256).is),
        hashes.map(() => 'intact'),
      );
    });
  }

  test('every sample has its line', () => {
    const files = readdirSync(folder).filter(file => file.endsWith('.csv'));
    assert.deepEqual(files.toSorted(), Object.keys(samples).toSorted());
  });
});
