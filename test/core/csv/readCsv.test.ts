import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { CsvColumns, CsvDevice, CsvImport, CsvNote } from '../../../src/core/csv/csvImport.ts';
import { readCsv } from '../../../src/core/csv/readCsv.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';

const hash = hardwareHash();
const collector = 'Device Serial Number,Windows Product ID,Hardware Hash';
const partnerCenter = `${collector},Manufacturer name,Device model`;

function read(...lines: readonly string[]): CsvImport {
  return readCsv(new TextEncoder().encode(lines.join('\r\n')));
}

/** Asserts the devices, line and all, and what is said about them. */
function assertRead(lines: readonly string[], devices: readonly CsvDevice[], ...notes: readonly CsvNote[]): void {
  const actual = read(...lines);
  assert.deepEqual(actual.devices, devices);
  assert.deepEqual(actual.notes, notes);
}

/** Asserts what the columns of a header are taken for. */
function assertColumns(header: string, ...columns: CsvColumns): void {
  const actual = read(header).dialect.header;
  assert.deepEqual(actual.is === 'named' ? actual.columns : actual.is, columns);
}

suite('columns', () => {
  test('are known by the names of Partner Center, Intune, the collector and Managed Desktop', () => {
    assertColumns(partnerCenter, 'serialNumber', 'productKey', 'hardwareHash', 'oemManufacturerName', 'modelName');
    assertColumns(
      `${collector},Group Tag,Assigned User`,
      'serialNumber',
      'productKey',
      'hardwareHash',
      'groupTag',
      'assignedUser',
    );
    assertColumns(
      'Manufacturer,Model,Serial Number,Hardware Hash',
      'oemManufacturerName',
      'modelName',
      'serialNumber',
      'hardwareHash',
    );
  });

  test('are known by the names of the properties', () => {
    assertColumns(
      'serialNumber,productKey,hardwareHash,oemManufacturerName,modelName',
      'serialNumber',
      'productKey',
      'hardwareHash',
      'oemManufacturerName',
      'modelName',
    );
  });

  test('are known in any case, order, spacing and punctuation', () => {
    assertColumns(' HARDWARE_HASH ,device-serial  number', 'hardwareHash', 'serialNumber');
  });

  test('can be a single one', () => {
    assertRead(['Hardware Hash', hash], [{ hardwareHash: hash, line: 2 }]);
  });

  test('that are unknown are named, with the number of devices that have a value there', () => {
    assertRead(
      [`Location,${collector},`, `Berlin,A1,,${hash},`, `,A2,,${hash},`],
      [
        { serialNumber: 'A1', hardwareHash: hash, line: 2 },
        { serialNumber: 'A2', hardwareHash: hash, line: 3 },
      ],
      { code: 'column-unknown', name: 'Location', line: 1, column: 1, rows: 1 },
    );
  });

  test('that come twice count once', () => {
    assertRead(
      ['Serial Number,Hardware Hash,Serial', `A1,${hash},A2`],
      [{ serialNumber: 'A1', hardwareHash: hash, line: 2 }],
      { code: 'column-repeated', field: 'serialNumber', line: 1, column: 3, rows: 1 },
    );
  });

  test('may be named again further down, in another order', () => {
    assertRead(
      ['Serial Number,Hardware Hash', `A1,${hash}`, 'Hardware Hash,Serial Number', `${hash},A2`],
      [
        { serialNumber: 'A1', hardwareHash: hash, line: 2 },
        { serialNumber: 'A2', hardwareHash: hash, line: 4 },
      ],
      { code: 'header-repeated', line: 3 },
    );
  });

  test('are guessed from what they hold where no row names them', () => {
    assertRead(
      [`A1,,${hash},LENOVO,21G2001VUS`],
      [{ serialNumber: 'A1', hardwareHash: hash, oemManufacturerName: 'LENOVO', modelName: '21G2001VUS', line: 1 }],
      {
        code: 'columns-guessed',
        columns: ['serialNumber', 'productKey', 'hardwareHash', 'oemManufacturerName', 'modelName'],
      },
    );
  });

  test('are not guessed where nothing looks like a device', () => {
    assertRead(['one,two', 'three,four'], [], {
      code: 'row-dropped',
      line: 1,
      lastLine: 2,
      rows: 2,
      reason: 'no-device',
    });
  });
});

suite('columns guessed from what they hold', () => {
  const guesses: readonly (readonly [string, CsvColumns])[] = [
    [`A1,${hash}`, ['serialNumber', 'hardwareHash']],
    [`A1,3305000001111,${hash}`, ['serialNumber', 'productKey', 'hardwareHash']],
    [`A1,,${hash},Sales`, ['serialNumber', 'productKey', 'hardwareHash', 'groupTag']],
    [`A1,,${hash},,megan@contoso.com`, ['serialNumber', 'productKey', 'hardwareHash', undefined, 'assignedUser']],
    [`A1,,${hash},Contoso,Book 14`, ['serialNumber', 'productKey', 'hardwareHash', 'oemManufacturerName', 'modelName']],
    [`LENOVO,21G2001VUS,A1,${hash}`, ['oemManufacturerName', 'modelName', 'serialNumber', 'hardwareHash']],
    ['A1,,,LENOVO,21G2001VUS', ['serialNumber', undefined, undefined, 'oemManufacturerName', 'modelName']],
    ['3305000001111', ['productKey']],
  ];
  for (const [line, columns] of guesses) {
    test(columns.map(column => column ?? '?').join(', '), () => {
      assert.deepEqual(read(line).dialect.header, { is: 'guessed', columns });
    });
  }
});

suite('rows', () => {
  test('that are blank count for nothing', () => {
    assertRead([collector, '', `A1,,${hash}`, ',,,,', '  ', ''], [{ serialNumber: 'A1', hardwareHash: hash, line: 3 }]);
  });

  test('may be shorter than the header, or end in blank cells', () => {
    assertRead(
      [partnerCenter, `A1,,${hash}`, `A2,,${hash},,,,,`],
      [
        { serialNumber: 'A1', hardwareHash: hash, line: 2 },
        { serialNumber: 'A2', hardwareHash: hash, line: 3 },
      ],
    );
  });

  test('that repeat a device are kept', () => {
    assert.equal(read(collector, `A1,,${hash}`, `A1,,${hash}`).devices.length, 2);
  });

  test('of text above the header are dropped', () => {
    assertRead(
      ['Device report', '', 'Site:,Berlin', collector, `A1,,${hash}`],
      [{ serialNumber: 'A1', hardwareHash: hash, line: 5 }],
      { code: 'row-dropped', line: 1, lastLine: 3, rows: 2, reason: 'heading' },
    );
  });

  test('that explain a template are dropped, split by commas or not', () => {
    assertRead(
      [
        partnerCenter,
        'A1,,,LENOVO,21G2001VUS',
        'SAMPLE EXPLAINED (delete these lines),,,,',
        'Line 2 shows the device serial number, the manufacturer, and the model,,,',
      ],
      [{ serialNumber: 'A1', oemManufacturerName: 'LENOVO', modelName: '21G2001VUS', line: 2 }],
      { code: 'row-dropped', line: 3, lastLine: 4, rows: 2, reason: 'explanation' },
    );
  });

  test('are no explanation because a placeholder has several words', () => {
    const row = 'System Serial Number,,,LENOVO,21G2001VUS';
    assert.equal(read(partnerCenter, row).devices[0]?.serialNumber, 'System Serial Number');
  });

  test('that are the rest of a hash behind a line break are dropped', () => {
    assertRead(
      [collector, `A1,,${hash.slice(0, 76)}`, hash.slice(76, 152)],
      [{ serialNumber: 'A1', hardwareHash: hash.slice(0, 76), line: 2 }],
      { code: 'row-dropped', line: 3, lastLine: 3, rows: 1, reason: 'fragment' },
    );
  });

  test('without a value that the service reads are dropped', () => {
    assertRead([`${collector},Group Tag`, ',,,Sales'], [], {
      code: 'row-dropped',
      line: 2,
      lastLine: 2,
      rows: 1,
      reason: 'no-device',
    });
  });
});

suite('values', () => {
  test('stand without blanks, no-break and zero-width ones included', () => {
    assertRead([collector, `\u00A0A1 ,,\u200B${hash}`], [{ serialNumber: 'A1', hardwareHash: hash, line: 2 }]);
  });

  test('stand without quotation marks, doubled ones too', () => {
    assertRead(
      [collector, `"A1","","${hash}"`, `"""A2""",,${hash}`],
      [
        { serialNumber: 'A1', hardwareHash: hash, line: 2 },
        { serialNumber: 'A2', hardwareHash: hash, line: 3 },
      ],
    );
  });

  test('keep the quotation mark that stands for inches', () => {
    assert.equal(read(partnerCenter, 'A1,,,HP,HP 14"').devices[0]?.modelName, 'HP 14"');
  });

  test('keep the commas inside quotation marks', () => {
    assert.equal(
      read(partnerCenter, `A1,,,"VMware, Inc.","VMware20,1"`).devices[0]?.oemManufacturerName,
      'VMware, Inc.',
    );
  });

  test('lose the line breaks inside a hash, and later lines are still counted right', () => {
    const broken = hash.replaceAll(/.{76}/g, '$&\r\n');
    const lines = broken.split('\r\n').length;
    assertRead(
      [collector, `A1,,"${broken}"`, `A2,,${hash}`],
      [
        { serialNumber: 'A1', hardwareHash: hash, line: 2 },
        { serialNumber: 'A2', hardwareHash: hash, line: 2 + lines },
      ],
      { code: 'hash-joined', line: 2, column: 3 },
    );
  });

  test('never carry a quotation mark that is not closed into another row', () => {
    assertRead(
      [partnerCenter, `A1,,${hash},"Dell Inc.,Latitude`, `A2,,"${hash}",HP,"HP 14"`],
      [
        { serialNumber: 'A1', hardwareHash: hash, oemManufacturerName: 'Dell Inc.', modelName: 'Latitude', line: 2 },
        { serialNumber: 'A2', hardwareHash: hash, oemManufacturerName: 'HP', modelName: 'HP 14', line: 3 },
      ],
      { code: 'quotes-unbalanced', line: 2 },
      { code: 'quotes-unbalanced', line: 3 },
    );
  });
});

suite('group tags and users', () => {
  const { devices, groupTags, notes } = read(
    `${collector},Group Tag,Assigned User`,
    `A1,,${hash},Sales,megan@contoso.com`,
    `A2,,${hash},sales,`,
    `A3,,${hash},Sales,`,
    `A4,,${hash},,`,
  );

  test('are told above all', () => {
    assert.deepEqual(notes, [
      { code: 'group-tag', rows: 3 },
      { code: 'assigned-user', rows: 1 },
    ]);
  });

  test('tags are counted as they are spelled', () => {
    assert.deepEqual(
      [...groupTags],
      [
        ['Sales', 2],
        ['sales', 1],
      ],
    );
  });

  test('each device keeps its tag, and no user', () => {
    assert.deepEqual(
      devices.map(({ groupTag }) => groupTag),
      ['Sales', 'sales', 'Sales', undefined],
    );
    assert.doesNotMatch(JSON.stringify(devices), /contoso/);
  });
});

suite('files that are no device list', () => {
  test('are read as nothing when they are empty', () => {
    assertRead([''], []);
  });

  test('are told apart when they are Excel workbooks', () => {
    for (const signature of [
      [0x50, 0x4b, 0x03, 0x04],
      [0xd0, 0xcf, 0x11, 0xe0],
    ]) {
      assert.deepEqual(readCsv(Uint8Array.from([...signature, 1, 2, 3])).notes, [{ code: 'workbook' }]);
    }
  });
});
