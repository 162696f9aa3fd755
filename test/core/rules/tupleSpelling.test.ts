import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { assertProblems } from '../../support/problemsOf.ts';

function assertSuggestions(
  devices: readonly string[],
  ...expected: readonly (readonly [string, string | undefined])[]
) {
  const problems = assertProblems('tuple-spelling', ...devices);
  assert.deepEqual(
    problems.map(({ field, suggestion, severity }) => [field, suggestion, severity]),
    expected.map(([field, suggestion]) => [field, suggestion, 'warning']),
  );
}

suite('tuple-spelling', () => {
  test('offers the spelling of makers that firmware has', () => {
    assertSuggestions(
      [
        '{ "serialNumber": "A1", "oemManufacturerName": «"Lenovo"», "modelName": "21G2001VUS" }',
        '{ "serialNumber": "A2", "oemManufacturerName": «"Dell"», "modelName": "Latitude 5530" }',
        '{ "SerialNumber": "A3", "OemManufacturerName": «" Microsoft "», "ModelName": "Surface Laptop" }',
      ],
      ['oemManufacturerName', 'LENOVO'],
      ['oemManufacturerName', 'Dell Inc.'],
      ['oemManufacturerName', 'Microsoft Corporation'],
    );
  });

  test('finds models as the box names them, but cannot know the right ones', () => {
    assertSuggestions(
      [
        '{ "serialNumber": "A1", "oemManufacturerName": "HP", "modelName": «"EliteBook 840 G8"» }',
        '{ "serialNumber": "A2", "modelName": «"ThinkPad T14"», "oemManufacturerName": «"Lenovo"» }',
      ],
      ['modelName', undefined],
      ['modelName', undefined],
      ['oemManufacturerName', 'LENOVO'],
    );
  });

  test('is silent where names are as in firmware, and where nothing is known of the maker', () => {
    assertSuggestions([
      '{ "serialNumber": "A1", "oemManufacturerName": "LENOVO", "modelName": "21G2001VUS" }',
      '{ "serialNumber": "A2", "oemManufacturerName": "HP", "modelName": "HP EliteBook 840 G8 Notebook PC" }',
      '{ "serialNumber": "A3", "oemManufacturerName": "Contoso", "modelName": "ThinkPad T14" }',
    ]);
  });

  test('is silent where a hash or a product key identifies the device, or may be meant to', () => {
    const tuple = '"serialNumber": "A1", "oemManufacturerName": "Lenovo", "modelName": "ThinkPad T14"';
    assertSuggestions([
      `{ ${tuple}, "hardwareHash": "DummyHash123" }`,
      `{ ${tuple}, "productKey": "3305412345678" }`,
      `{ ${tuple}, "productKey": 3305412345678 }`,
    ]);
    assertSuggestions(
      [
        `{ ${tuple.replace('"Lenovo"', '«"Lenovo"»').replace('"ThinkPad T14"', '«"ThinkPad T14"»')}, "hardwareHash": "" }`,
      ],
      ['oemManufacturerName', 'LENOVO'],
      ['modelName', undefined],
    );
  });

  test('is silent where the three values are not complete', () => {
    assertSuggestions([
      '{ "serialNumber": "A1", "oemManufacturerName": "Lenovo" }',
      '{ "oemManufacturerName": "Lenovo", "modelName": "ThinkPad T14" }',
      '{ "serialNumber": 1, "oemManufacturerName": "Lenovo", "modelName": "ThinkPad T14" }',
    ]);
  });

  test('leaves placeholders to their own rule', () => {
    assertSuggestions([
      '{ "serialNumber": "A1", "oemManufacturerName": "LENOVO", "modelName": "System Product Name" }',
      '{ "serialNumber": "A2", "oemManufacturerName": "System manufacturer", "modelName": "ThinkPad T14" }',
    ]);
  });
});
