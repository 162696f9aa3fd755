import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { Field } from '../../../src/core/manifest/manifest.ts';
import { readManifest } from '../../../src/core/manifest/readManifest.ts';
import { showMarks } from '../../support/markedText.ts';

/** A field in a few words: its text and, if blanks stand around it, how it is written. */
function told(field: Field | undefined): string | undefined {
  if (field?.is !== 'text') return field?.is;
  return field.raw === field.text ? field.text : `${field.text} (${JSON.stringify(field.raw)})`;
}

suite('a manifest that is read', () => {
  test('has the batch’s values, in camelCase or PascalCase', () => {
    const { customerId, batchId, devices, intact } = readManifest(
      '\uFEFF{ "CustomerId": null, "batchId": " B\\u00fcro \\t", "Devices": [{}, {}] }',
      'json',
    );
    assert.deepEqual([told(customerId), told(batchId)], ['absent', 'Büro (" Büro \\t")']);
    assert.deepEqual(
      devices.map(({ index }) => index),
      [0, 1],
    );
    assert.ok(intact);
  });

  test('has each device’s values, of a property written twice the last one', () => {
    const [device] = readManifest(
      '{ "devices": [{ "serialNumber": "A", "SerialNumber": "B", "productKey": "", "modelName": 5, "SERIALNUMBER": "C" }] }',
      'json',
    ).devices;
    const { serialNumber, productKey, modelName, hardwareHash } = device?.fields ?? {};
    assert.deepEqual([serialNumber, productKey, modelName, hardwareHash].map(told), [
      'B',
      'absent',
      'mistyped',
      undefined,
    ]);
    assert.deepEqual(
      device?.properties.map(({ name, known }) => [name, known]),
      [
        ['serialNumber', 'serialNumber'],
        ['SerialNumber', 'serialNumber'],
        ['productKey', 'productKey'],
        ['modelName', 'modelName'],
        ['SERIALNUMBER', undefined],
      ],
    );
  });

  test('has each device’s policies, whatever stands among them', () => {
    const [device] = readManifest(
      '{ "devices": [{ "policies": [{ "key": "o_o_b_e", "Value": " 1" }, 5, { "value": null }] }] }',
      'json',
    ).devices;
    assert.deepEqual(
      device?.policyEntries.map(({ json, key, value }) => [json.type, told(key), told(value)]),
      [
        ['object', 'o_o_b_e', '1 (" 1")'],
        ['number', undefined, undefined],
        ['object', undefined, 'absent'],
      ],
    );
  });

  test('knows where everything stands', () => {
    const text = '{ "batchId" : "b", /* c */ "devices": [ { "Id": [1, { }] , "modelName": "M" } ] } // end';
    const { batchId, devices, devicesProperty, span } = readManifest(text, 'jsonc');
    const [device] = devices;
    const spans = [
      span,
      ...[batchId, device?.fields.modelName].flatMap(field =>
        field === undefined ? [] : [field.nameSpan, field.span],
      ),
      ...(devicesProperty === undefined ? [] : [devicesProperty.nameSpan, devicesProperty.value.span]),
      ...(device?.properties.slice(0, 1) ?? []).flatMap(({ nameSpan, value }) => [nameSpan, value.span]),
      ...(device === undefined ? [] : [device.span]),
    ];
    assert.equal(
      showMarks(text, spans),
      '«{ «"batchId"» : «"b"», /* c */ «"devices"»: «[ «{ «"Id"»: «[1, { }]» , «"modelName"»: «"M"» }» ]» }» // end',
    );
  });

  test('leaves out devices that a slip broke, and counts them', () => {
    const { devices, deviceCount, strays, intact, syntaxFaults } = readManifest(
      '{ "devices": [{ "id": 1 }, { "id" 2 }, "stray", { "id": 3 }] }',
      'json',
    );
    assert.deepEqual(
      devices.map(({ index }) => index),
      [0, 3],
    );
    assert.deepEqual([deviceCount, syntaxFaults.length, intact], [3, 1, true]);
    assert.deepEqual(strays, [], 'in a broken list it may be a splinter');
  });

  test('has what stands among the devices and is none', () => {
    const { strays } = readManifest('{ "devices": [5, {}, "A", [{}], null] }', 'json');
    assert.deepEqual(
      strays.map(({ type }) => type),
      ['number', 'string', 'array', 'null'],
    );
  });

  test('tells whether something may be hidden', () => {
    const texts: Readonly<Record<string, boolean>> = {
      '{}': true,
      '{ "devices": [{ "id": }] }': true,
      '{ "id": }': false,
      '{ "devices": [{}, x] }': false,
      '{ "devices": [{}] ': false,
      '{} x': false,
      '[]': false,
      '': false,
    };
    for (const [text, intact] of Object.entries(texts)) {
      assert.equal(readManifest(text, 'json').intact, intact, text);
    }
  });
});
