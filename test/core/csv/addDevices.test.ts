import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { addDevices, devicesTextAt } from '../../../src/core/csv/addDevices.ts';
import type { DeviceValues } from '../../../src/core/csv/deviceText.ts';
import { readManifest } from '../../../src/core/manifest/readManifest.ts';
import { type TextEdit, applyEdits } from '../../../src/core/manifest/textEdit.ts';
import { Random, mutateText, rounds } from '../../support/random.ts';

const added: readonly DeviceValues[] = [
  { serialNumber: 'B1' },
  { modelName: 'M', oemManufacturerName: 'O', serialNumber: 'B2' },
];

function edited(text: string): string | undefined {
  const edit = addDevices(readManifest(text, 'jsonc'), added);
  return edit && applyEdits(text, [edit]);
}

/** Asserts what the text becomes, and that it then holds the two devices behind its own without a fault. */
function assertAdded(text: string, expected: string): void {
  const actual = edited(text);
  assert.equal(actual, expected);
  const manifest = readManifest(expected, 'jsonc');
  assert.deepEqual(manifest.syntaxFaults, []);
  assert.equal(manifest.devices.length, readManifest(text, 'jsonc').devices.length + added.length);
}

suite('devices added to a manifest', () => {
  test('look like the devices there, one property per line', () => {
    assertAdded(
      `{
    "devices": [
        {
            "serialNumber": "A1"
        }
    ]
}`,
      `{
    "devices": [
        {
            "serialNumber": "A1"
        },
        {
            "serialNumber": "B1"
        },
        {
            "serialNumber": "B2",
            "oemManufacturerName": "O",
            "modelName": "M"
        }
    ]
}`,
    );
  });

  test('look like the devices there, one device per line', () => {
    assertAdded(
      `{ "devices": [
\t{ "serialNumber": "A1" }
] }`,
      `{ "devices": [
\t{ "serialNumber": "A1" },
\t{ "serialNumber": "B1" },
\t{ "serialNumber": "B2", "oemManufacturerName": "O", "modelName": "M" }
] }`,
    );
  });

  test('stay on the one line of a list', () => {
    assertAdded(
      '{ "devices": [{ "serialNumber": "A1" }] }',
      '{ "devices": [{ "serialNumber": "A1" }, { "serialNumber": "B1" }, { "serialNumber": "B2", "oemManufacturerName": "O", "modelName": "M" }] }',
    );
  });

  test('are as tight as the text', () => {
    assertAdded(
      '{"devices":[{"serialNumber":"A1"}]}',
      '{"devices":[{"serialNumber":"A1"},{"serialNumber":"B1"},{"serialNumber":"B2","oemManufacturerName":"O","modelName":"M"}]}',
    );
  });

  test('fill an empty list', () => {
    assertAdded(
      '{\n  "devices": []\n}',
      `{
  "devices": [
    {
      "serialNumber": "B1"
    },
    {
      "serialNumber": "B2",
      "oemManufacturerName": "O",
      "modelName": "M"
    }
  ]
}`,
    );
    assertAdded(
      '{"devices":[]}',
      '{"devices":[{"serialNumber":"B1"},{"serialNumber":"B2","oemManufacturerName":"O","modelName":"M"}]}',
    );
  });

  test('take the place of null', () => {
    const list = edited('{\n  "devices": []\n}');
    assertAdded('{\n  "devices": null\n}', list ?? '');
  });

  test('bring the list where there is none', () => {
    assertAdded(
      '{\r\n\t"batchId": "Berlin" // the tag\r\n}',
      [
        '{',
        '\t"batchId": "Berlin", // the tag',
        '\t"devices": [',
        '\t\t{',
        '\t\t\t"serialNumber": "B1"',
        '\t\t},',
        '\t\t{',
        '\t\t\t"serialNumber": "B2",',
        '\t\t\t"oemManufacturerName": "O",',
        '\t\t\t"modelName": "M"',
        '\t\t}',
        '\t]',
        '}',
      ].join('\r\n'),
    );
    assertAdded(
      '{ "batchId": "Berlin" }',
      '{ "batchId": "Berlin", "devices": [{ "serialNumber": "B1" }, { "serialNumber": "B2", "oemManufacturerName": "O", "modelName": "M" }] }',
    );
    assertAdded('{}', edited('{ }') ?? '');
  });

  test('stand behind comments, and a trailing comma stays one', () => {
    assertAdded(
      `{
  "devices": [
    { "serialNumber": "A1" }, // the first
    // no more
  ]
}`,
      `{
  "devices": [
    { "serialNumber": "A1" }, // the first
    // no more
    { "serialNumber": "B1" },
    { "serialNumber": "B2", "oemManufacturerName": "O", "modelName": "M" },
  ]
}`,
    );
    assertAdded(
      '{ "devices": [ // none, yet\n] }',
      `{ "devices": [ // none, yet
  {
    "serialNumber": "B1"
  },
  {
    "serialNumber": "B2",
    "oemManufacturerName": "O",
    "modelName": "M"
  }
] }`,
    );
    assertAdded(
      '{ "devices": [{ "serialNumber": "A1" } // first\n] }',
      '{ "devices": [{ "serialNumber": "A1" }, // first\n{ "serialNumber": "B1" }, { "serialNumber": "B2", "oemManufacturerName": "O", "modelName": "M" }\n] }',
    );
  });

  test('have no place in a text with a syntax fault, or where devices is no list', () => {
    for (const text of [
      '',
      '[]',
      '{ "devices": [',
      '{ "devices": [{ ] }',
      '{ "devices": "none" }',
      '{ "devices": {} }',
    ]) {
      assert.equal(edited(text), undefined, text);
    }
  });
});

/** Asserts what the text becomes when one device is put at `|`; `undefined` if there is no place for it. */
function assertAt(marked: string, expected: string | undefined): void {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const inserted = devicesTextAt(readManifest(text, 'jsonc'), offset, [{ serialNumber: 'B1' }]);
  const span = { start: offset, end: offset };
  const actual = inserted === undefined ? undefined : applyEdits(text, [{ span, text: inserted }]);
  assert.equal(actual, expected);
}

suite('devices put at a place in the text', () => {
  const device = '{ "serialNumber": "A1" }';
  const other = '{ "serialNumber": "B1" }';

  test('get the commas they need', () => {
    assertAt(`{ "devices": [|${device}] }`, `{ "devices": [${other},${device}] }`);
    assertAt(`{ "devices": [${device}|] }`, `{ "devices": [${device},${other}] }`);
    assertAt(`{ "devices": [${device},|] }`, `{ "devices": [${device},${other}] }`);
    assertAt(`{ "devices": [${device},| ${device}] }`, `{ "devices": [${device},${other}, ${device}] }`);
    assertAt(`{ "devices": [${device}|, ${device}] }`, `{ "devices": [${device},${other}, ${device}] }`);
  });

  test('go on their own lines', () => {
    assertAt(`{ "devices": [\n  ${device},\n  |\n] }`, `{ "devices": [\n  ${device},\n  ${other}\n] }`);
    assertAt(`{ "devices": [\n  ${device},|\n] }`, `{ "devices": [\n  ${device},\n  ${other}\n] }`);
    assertAt('{\n  "devices": [|]\n}', '{\n  "devices": [\n    {\n      "serialNumber": "B1"\n    }\n  ]\n}');
    assertAt('{\n  "devices": [\n    |\n  ]\n}', '{\n  "devices": [\n    {\n      "serialNumber": "B1"\n    }\n  ]\n}');
  });

  test('have no place outside the list, inside a device or in a comment', () => {
    for (const text of [
      `{ |"devices": [${device}] }`,
      `{ "devices": |[${device}] }`,
      `{ "devices": [${device}]| }`,
      '{ "devices": [{ "serialNumber": "A|1" }] }',
      '{ "devices": [{ | }] }',
      `{ "devices": [ // |\n ${device}] }`,
      `{ "devices": [ /* | */ ${device}] }`,
      '{ "devices": "|" }',
      '|',
    ]) {
      assertAt(text, undefined);
    }
  });
});

/** Asserts that a manifest without fault stays one and has as many more devices as were put there. */
function assertGrown(text: string, edit: TextEdit, count: number): void {
  const before = readManifest(text, 'jsonc');
  const after = readManifest(applyEdits(text, [edit]), 'jsonc');
  assert.deepEqual(after.syntaxFaults, [], text);
  assert.equal(after.devices.length, before.devices.length + count, text);
}

suite('devices added to any manifest', () => {
  const base = `{
  // customer: Contoso
  "batchId": "Berlin", /* the tag */
  "devices": [
    { "serialNumber": "A1" }, // first
    {
      "serialNumber": "A2",
      "modelName": "a, b"
    },
    /* the last */ { "serialNumber": "A3" }
    // end
  ],
  "policies": null
}`;

  test('leave it without a fault, wherever they go', () => {
    const random = new Random(6);
    let edits = 0;
    for (let run = 0; run < rounds(1000); run += 1) {
      const text = random.below(3) === 0 ? base : mutateText(mutateText(base, random), random);
      const manifest = readManifest(text, 'jsonc');
      const edit = addDevices(manifest, added);
      if (edit !== undefined) {
        assertGrown(text, edit, added.length);
      }
      const offset = random.below(text.length + 1);
      const inserted = manifest.syntaxFaults.length > 0 ? undefined : devicesTextAt(manifest, offset, added);
      if (inserted !== undefined) {
        assertGrown(text, { span: { start: offset, end: offset }, text: inserted }, added.length);
        edits += 1;
      }
    }
    assert.ok(edits > 30, `${edits} edits`);
  });
});
