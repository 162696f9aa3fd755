import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { DeviceValues } from '../../../src/core/csv/deviceText.ts';
import { newManifestText } from '../../../src/core/csv/newManifestText.ts';
import { readCsv } from '../../../src/core/csv/readCsv.ts';
import { safeCell } from '../../../src/core/csv/safeCell.ts';
import { type CsvWriteNote, writeCsv } from '../../../src/core/csv/writeCsv.ts';
import { readManifest } from '../../../src/core/manifest/readManifest.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';

const header = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model\r\n';

function written(devices: readonly object[]) {
  return writeCsv(readManifest(JSON.stringify({ devices }), 'json').devices);
}

/** Asserts the rows below the header, and what is said about them. */
function assertWritten(devices: readonly object[], rows: string, ...notes: readonly CsvWriteNote[]): void {
  assert.deepEqual(written(devices), { text: header + rows, notes });
}

suite('CSV for the portal', () => {
  test('has the five columns of its template', () => {
    assertWritten(
      [
        {
          serialNumber: 'A1',
          productKey: '3305000001111',
          hardwareHash: 'T0G',
          oemManufacturerName: 'HP',
          modelName: 'HP 14',
        },
        { SerialNumber: ' A2 ', productKey: null },
      ],
      'A1,3305000001111,T0G,HP,HP 14\r\nA2,,,,\r\n',
    );
  });

  test('has a byte-order mark only where there is more than ASCII', () => {
    assert.equal(written([{ serialNumber: 'A1' }]).text.charCodeAt(0), 'D'.charCodeAt(0));
    assert.equal(written([{ modelName: 'Büro' }]).text.charCodeAt(0), 0xfeff);
  });

  test('quotes values with commas, which the portal does not take', () => {
    assertWritten([{ oemManufacturerName: 'VMware, Inc.' }], ',,,"VMware, Inc.",\r\n', {
      code: 'value-quoted',
      index: 0,
      field: 'oemManufacturerName',
    });
  });

  test('runs nothing in a spreadsheet', () => {
    assertWritten([{ serialNumber: '=1+1' }], "'=1+1,,,,\r\n", {
      code: 'value-made-safe',
      index: 0,
      field: 'serialNumber',
    });
  });

  test('says that policies have no column, and how many devices the portal takes', () => {
    assertWritten([{ productKey: '1', policies: [{ key: 'o_o_b_e', value: 'x' }] }], ',1,,,\r\n', {
      code: 'policies-left-out',
      devices: 1,
    });
    const many = Array.from({ length: 1001 }, (_, index) => ({ serialNumber: `A${index}` }));
    assert.deepEqual(written(many).notes, [{ code: 'portal-limit', devices: 1001, limit: 1000 }]);
  });

  test('comes back as it was', () => {
    const devices: readonly DeviceValues[] = [
      { serialNumber: '00123', hardwareHash: hardwareHash() },
      { productKey: '3305000001111' },
      { serialNumber: 'VMware-56 4d', oemManufacturerName: 'VMware, Inc.', modelName: 'VMware20,1' },
      { serialNumber: '=cmd', oemManufacturerName: '@x', modelName: 'Büro "1"' },
      { serialNumber: '-5', oemManufacturerName: '+', modelName: 'Größe; 14' },
    ];
    const { text } = writeCsv(readManifest(newManifestText({ batchId: 'B', devices }), 'jsonc').devices);
    const again = readCsv(new TextEncoder().encode(text)).devices;
    assert.deepEqual(
      again.map(({ line: _line, ...values }) => values),
      devices,
    );
  });
});

suite('a safe cell', () => {
  const cells: readonly (readonly [string, string])[] = [
    ['plain text', 'plain text'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['a\nb', '"a\nb"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ['1-1', '1-1'],
  ];
  for (const [value, cell] of cells) {
    test(JSON.stringify(value), () => assert.equal(safeCell(value), cell));
  }
});
