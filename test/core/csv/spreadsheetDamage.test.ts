import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { CsvDevice, CsvNote } from '../../../src/core/csv/csvImport.ts';
import { readCsv } from '../../../src/core/csv/readCsv.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';

const hash = hardwareHash();

/** Asserts what a row of serial number, product key, hash, manufacturer and model becomes, and what is said about it. */
function assertRow(row: string, device: Omit<CsvDevice, 'line'> | 'dropped', ...notes: readonly CsvNote[]): void {
  const header = 'Device Serial Number;Windows Product ID;Hardware Hash;Manufacturer name;Device model';
  const actual = readCsv(new TextEncoder().encode(`${header}\n${row}\n`));
  assert.deepEqual(actual.devices, device === 'dropped' ? [] : [{ ...device, line: 2 }]);
  assert.deepEqual(actual.notes, notes);
}

suite('damage done by spreadsheets', () => {
  test('a serial number rounded to a power of ten is left out', () => {
    const note = { code: 'scientific', field: 'serialNumber', line: 2, column: 1 } as const;
    assertRow(`1.23457E+12;;${hash}`, { hardwareHash: hash }, note);
    assertRow(`1,23457E+12;;${hash}`, { hardwareHash: hash }, note);
    assertRow(`1E+10;;${hash}`, { hardwareHash: hash }, note);
  });

  test('so is a product key, and a row that held nothing else', () => {
    assertRow(
      ';3.305E+12;;;',
      'dropped',
      { code: 'scientific', field: 'productKey', line: 2, column: 2 },
      { code: 'row-dropped', line: 2, lastLine: 2, rows: 1, reason: 'no-device' },
    );
  });

  test('a serial number with an E in it is none', () => {
    assertRow(`5E10;;${hash}`, { serialNumber: '5E10', hardwareHash: hash });
  });

  test('a model that reads like such a number stays', () => {
    assertRow('A1;;;HP;1E+10', { serialNumber: 'A1', oemManufacturerName: 'HP', modelName: '1E+10' });
  });

  test('a product key that lost its zeros is told and kept', () => {
    assertRow(
      ';330500000111;;;',
      { productKey: '330500000111' },
      { code: 'zeros-lost', digits: 12, line: 2, column: 2 },
    );
  });

  test('a hash cut at the limit of a cell is told and kept', () => {
    for (const limit of [255, 1024, 2048]) {
      const cut = hash.slice(0, limit);
      assertRow(
        `A1;;${cut}`,
        { serialNumber: 'A1', hardwareHash: cut },
        { code: 'cell-cut', limit, line: 2, column: 3 },
      );
    }
  });

  test('a hash of another length is the rules’ business', () => {
    assertRow(`A1;;${hash.slice(0, 300)}`, { serialNumber: 'A1', hardwareHash: hash.slice(0, 300) });
  });

  test('what was kept from a spreadsheet’s hands is unwrapped', () => {
    const note = { code: 'formula-unwrapped', field: 'serialNumber', line: 2, column: 1 } as const;
    assertRow(`="00123";;${hash}`, { serialNumber: '00123', hardwareHash: hash }, note);
    assertRow(`"=""00123""";;${hash}`, { serialNumber: '00123', hardwareHash: hash }, note);
    assertRow(`'00123;;${hash}`, { serialNumber: '00123', hardwareHash: hash }, note);
  });

  test('a product key alone in the serial number’s column is told', () => {
    assertRow(
      '3305000001111;;;;',
      { serialNumber: '3305000001111' },
      { code: 'product-key-as-serial', line: 2, column: 1 },
    );
  });

  test('twelve digits beside other values are a serial number', () => {
    assertRow('012345678901;;;Microsoft Corporation;Surface Pro', {
      serialNumber: '012345678901',
      oemManufacturerName: 'Microsoft Corporation',
      modelName: 'Surface Pro',
    });
  });
});
