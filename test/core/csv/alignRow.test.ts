import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { alignRow } from '../../../src/core/csv/alignRow.ts';
import { headerColumns } from '../../../src/core/csv/columns.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';

const hash = hardwareHash();
const collector = 'Serial Number,Product ID,Hardware Hash';
const partnerCenter = `${collector},Manufacturer,Model`;
const intune = `${collector},Group Tag,Assigned User`;
const managedDesktop = 'Manufacturer,Model,Serial Number,Hardware Hash';

/** Asserts how the row stands under its columns: `aligned`, `repaired: <fields>` or `uncertain: <fields>`, and the cells. */
function assertAligned(header: string, row: string, is: string, ...cells: readonly string[]): void {
  const columns = headerColumns(header.split(',')) ?? [];
  const aligned = alignRow(row.replace('HASH', hash).split(','), columns, ',');
  assert.equal(aligned.is === 'aligned' ? aligned.is : `${aligned.is}: ${aligned.fields.join(', ')}`, is);
  assert.deepEqual(
    aligned.cells.map(cell => (cell === hash ? 'HASH' : cell)),
    cells,
  );
}

suite('rows with unquoted commas', () => {
  test('rows without any stay as they are', () => {
    assertAligned(partnerCenter, 'A1,,HASH,HP,HP 14', 'aligned', 'A1', '', 'HASH', 'HP', 'HP 14');
    assertAligned(partnerCenter, 'A1,,HASH', 'aligned', 'A1', '', 'HASH', '', '');
    assertAligned(collector, 'A1,,HASH,,,', 'aligned', 'A1', '', 'HASH');
  });

  test('a company name is put together', () => {
    assertAligned(
      partnerCenter,
      'A1,,HASH,VMware, Inc.,VM',
      'repaired: oemManufacturerName',
      'A1',
      '',
      'HASH',
      'VMware, Inc.',
      'VM',
    );
    assertAligned(
      partnerCenter,
      'A1,,,VMware, Inc.',
      'repaired: oemManufacturerName',
      'A1',
      '',
      '',
      'VMware, Inc.',
      '',
    );
  });

  test('a group tag that reads like the end of a company name is one', () => {
    assertAligned(intune, 'A1,,HASH,Corp', 'aligned', 'A1', '', 'HASH', 'Corp', '');
    assertAligned(intune, 'A1,,,Ltd,megan@contoso.com', 'aligned', 'A1', '', '', 'Ltd', 'megan@contoso.com');
  });

  test('a group tag is put together where a user stands behind it', () => {
    const row = 'A1,,HASH,Sales, Berlin,megan@contoso.com';
    const cells = ['A1', '', 'HASH', 'Sales, Berlin', 'megan@contoso.com'];
    assertAligned(intune, row, 'repaired: groupTag', ...cells);
  });

  test('so are a company name and a machine name side by side', () => {
    assertAligned(
      managedDesktop,
      'VMware, Inc.,VMware20,1,A1,HASH',
      'repaired: oemManufacturerName, modelName',
      'VMware, Inc.',
      'VMware20,1',
      'A1',
      'HASH',
    );
  });

  test('so is what stands in parentheses', () => {
    assertAligned(
      managedDesktop,
      'QEMU,Standard PC (Q35 + ICH9, 2009),A1,HASH',
      'repaired: modelName',
      'QEMU',
      'Standard PC (Q35 + ICH9, 2009)',
      'A1',
      'HASH',
    );
  });

  test('a serial number is put together where the product key and the hash leave no other way', () => {
    assertAligned(collector, 'A1, B2,,HASH', 'repaired: serialNumber', 'A1, B2', '', 'HASH');
    assertAligned(collector, 'A1,B2,3305000001111,HASH', 'repaired: serialNumber', 'A1,B2', '3305000001111', 'HASH');
  });

  test('what two columns could share stays out, and the rest is kept', () => {
    assertAligned(
      partnerCenter,
      'A1,,HASH,One,Two,Three',
      'uncertain: oemManufacturerName, modelName',
      'A1',
      '',
      'HASH',
      '',
      '',
    );
    assertAligned(
      managedDesktop,
      'One,Two,Three,A1,HASH',
      'uncertain: oemManufacturerName, modelName, serialNumber',
      '',
      '',
      '',
      'HASH',
    );
  });

  test('a row with too few cells before its hash keeps the hash only', () => {
    assertAligned(collector, 'A1,HASH', 'uncertain: serialNumber, productKey', '', '', 'HASH');
  });

  test('cells behind the last column are left out', () => {
    assertAligned(collector, 'A1,,HASH,Sales', 'uncertain: ', 'A1', '', 'HASH');
  });

  test('a row with two hashes is nobody’s', () => {
    assertAligned(collector, `HASH,,${hash}`, 'uncertain: serialNumber, productKey, hardwareHash', '', '', '');
  });

  test('a row of very many cells is not repaired', () => {
    const row = `A1,,HASH${',x'.repeat(1000)}`;
    assertAligned(collector, row, 'uncertain: serialNumber, productKey, hardwareHash', '', '', '');
  });
});
