import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { withoutPadding } from '../../../src/core/rules/paddedValue.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';
import { assertProblems } from '../../support/problemsOf.ts';

const hash = hardwareHash();
const inLines = hash.replaceAll(/.{76}/g, String.raw`$&\r\n`);

function assertFields(devices: readonly string[], ...expected: readonly (readonly [field: string, inside: boolean])[]) {
  const problems = assertProblems('padded-value', ...devices);
  assert.deepEqual(
    problems.map(({ field, inside }) => [field, inside]),
    expected,
  );
}

function paddedWith(blank: string): string {
  return `{ "serialNumber": «"A${blank}"», "hardwareHash": "DummyHash${blank.length}" }`;
}

suite('padded-value', () => {
  test('finds blanks around each of the values that identify a device, and around those of policies', () => {
    assertFields(
      [
        '{ "modelName": «"A "», "serialNumber": «" B"», "oemManufacturerName": «"\\tC"», "productKey": «"3305412345678\\n"» }',
        `{ "hardwareHash": «" ${hash}"» }`,
        '{ "productKey": "3305412345679", "policies": [{ "key": " x ", "value": «" y"» }, { "Value": «"z "» }] }',
      ],
      ['modelName', false],
      ['serialNumber', false],
      ['oemManufacturerName', false],
      ['productKey', false],
      ['hardwareHash', false],
      ['policyValue', false],
      ['policyValue', false],
    );
  });

  test('takes characters without width for blanks', () => {
    assertFields(
      [
        paddedWith(String.raw`\u00A0`),
        paddedWith('\u200B'),
        paddedWith('\u2060\uFEFF'),
        paddedWith('\u200D\u3000\u200C'),
      ],
      ['serialNumber', false],
      ['serialNumber', false],
      ['serialNumber', false],
      ['serialNumber', false],
    );
  });

  test('finds line breaks inside a value, and any blank inside a hash', () => {
    assertFields(
      [
        '{ "serialNumber": «"AB\\r\\nCD"», "oemManufacturerName": «"Dell\\n Inc."», "modelName": "Latitude 5530" }',
        `{ "hardwareHash": «"${inLines}"» }`,
        '{ "hardwareHash": «"Dummy Hash"» }',
      ],
      ['serialNumber', true],
      ['oemManufacturerName', true],
      ['hardwareHash', true],
      ['hardwareHash', true],
    );
  });

  test('is silent on single blanks inside other values, on absent ones, and on all else', () => {
    assertFields([
      '{ "serialNumber": "VMware-56 4d 12", "oemManufacturerName": "VMware, Inc.", "modelName": "VMware20,1" }',
      '{ "productKey": "3305412345678", "serialNumber": "  ", "modelName": null, "createdBy": " x " }',
      '{ "productKey": "3305412345679", "policies": [{ "key": "o_o_b_e", "value": "  " }, " ", { "value": 1 }] }',
    ]);
  });

  test('knows the value without its padding', () => {
    assert.equal(withoutPadding('hardwareHash', ` ${hash.slice(0, 9)} \n\u200B${hash.slice(9)} `), hash);
    assert.equal(withoutPadding('serialNumber', ' AB \r\n CD '), 'ABCD');
    assert.equal(withoutPadding('oemManufacturerName', 'Dell \n Inc.'), 'Dell Inc.');
    assert.equal(withoutPadding('modelName', 'Latitude  5530'), 'Latitude  5530');
  });

  test('takes a megabyte of blanks as it comes', () => {
    const blanks = ' '.repeat(1 << 20);
    assert.equal(withoutPadding('serialNumber', `A${blanks}B`), `A${blanks}B`);
    assert.equal(withoutPadding('hardwareHash', `A${blanks}B${blanks}`), 'AB');
  });
});
