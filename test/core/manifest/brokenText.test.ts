import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { validate } from '../../../src/core/manifest/validate.ts';
import { sha256 } from '../../support/sha256.ts';

/** Three devices, each with one fault of its own: `color`. */
const devices = [
  { serialNumber: 'A', productKey: '3308123456781', color: 'red' },
  {
    serialNumber: 'B',
    productKey: '3308123456782',
    policies: [
      { key: 'o_o_b_e', value: 'v' },
      { key: 'none', value: 'w' },
    ],
    attributes: { objectType: 'Device' },
    color: 'red',
  },
  { serialNumber: 'C', productKey: '3308123456783', color: 'red' },
];

const layouts: Readonly<Record<string, string>> = {
  'on lines of their own': JSON.stringify({ batchId: 'Berlin', devices }, undefined, 2),
  'with the line ends of Windows': JSON.stringify({ batchId: 'Berlin', devices }, undefined, '\t').replaceAll(
    '\n',
    '\r\n',
  ),
  'a device on each line': `{ "batchId": "Berlin", "devices": [\n${devices.map(device => JSON.stringify(device)).join(',\n')}\n] }`,
  'without blanks': JSON.stringify({ batchId: 'Berlin', devices }),
};

/** Where the second device begins and ends. */
function secondDevice(text: string): readonly [start: number, end: number] {
  const first = text.indexOf('}');
  return [text.indexOf('{', first), text.lastIndexOf('}', text.lastIndexOf('{')) + 1];
}

/** With the change the text has one syntax fault, and the devices around the changed one keep their problem and get no other. */
function assertSlip(text: string, start: number, end: number, inserted: string) {
  const changed = text.slice(0, start) + inserted + text.slice(end);
  const problems = validate(changed, { language: 'json', sha256 });
  const shift = inserted.length - (end - start);
  const around = [text.indexOf('"color"'), text.lastIndexOf('"color"') + shift];
  const found = problems.map(({ code, span }) => (code === 'syntax' ? code : `${code} at ${span.start}`));
  const [before, after] = around.map(offset => `property-unknown at ${offset}`);
  assert.deepEqual(found, [before, 'syntax', after], changed);
}

for (const [layout, text] of Object.entries(layouts)) {
  suite(`one slip in a device, ${layout}`, () => {
    const [start, end] = secondDevice(text);

    test('is one fault, whichever bracket, quote, colon or comma is missing', () => {
      for (let offset = start; offset < end; offset++) {
        if ('{}[]:,"'.includes(text.charAt(offset))) assertSlip(text, offset, offset + 1, '');
      }
    });

    const slips: readonly (readonly [slip: string, written: string, instead: string])[] = [
      ['a half-typed name', '"productKey": "3308123456782",', '"prod'],
      ['a name alone', '"productKey": "3308123456782",', '"productKey"'],
      ['a name and a colon', '"productKey": "3308123456782",', '"productKey":'],
      ['a half-typed value', '"3308123456782",', '"3308'],
      ['no value', '"3308123456782"', ''],
      ['a name without quotes', '"productKey"', 'productKey'],
      ['a value without quotes', '"3308123456782"', 'X3308'],
      ['single quotes', '"3308123456782"', "'3308123456782'"],
      ['quotes inside a value', '"3308123456782"', '"3308"1234"56782"'],
      ['a quote that is escaped away', '"3308123456782"', String.raw`"3308123456782\"`],
      ['an escape that is none', '"3308123456782"', String.raw`"\3308123456782"`],
      ['a line break inside a value', '"3308123456782"', '"3308\n123456782"'],
      ['a tab inside a value', '"3308123456782"', '"3308\t123456782"'],
      ['a comment that nothing closes', '"productKey": ', '"productKey": /* as printed on the box '],
      ['words', '"productKey": ', 'the key "productKey": '],
      ['two commas', '"3308123456782",', '"3308123456782",,'],
      ['an equals sign', '"productKey":', '"productKey" ='],
    ];
    for (const [slip, written, instead] of slips) {
      test(`is one fault: ${slip}`, () => {
        const compact = text.includes(written) ? written : written.replace(': ', ':');
        const at = text.indexOf(compact, start);
        assert.ok(at !== -1, 'the slip is in the text');
        assertSlip(text, at, at + compact.length, instead);
      });
    }
  });
}
