import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { fillAllFromHashes, fillFromHash } from '../../../../src/core/manifest/fixes/fillFromHash.ts';
import { applyEdits } from '../../../../src/core/manifest/textEdit.ts';
import { checkOf } from '../../../support/assertFix.ts';
import { hardwareHash } from '../../../support/hashBuilder.ts';

const contents = {
  serialNumber: '5CG1111AAA',
  manufacturer: 'Contoso',
  model: 'Contoso "Book" 14',
  productKeyId: '3305412345678',
};
const hash = `"${hardwareHash(contents)}"`;

/** The manifest with the values that its hashes hold; it must be as sound as before, and have nothing more to fill in. */
function filled(text: string): string {
  const before = checkOf(text);
  const after = checkOf(applyEdits(text, fillAllFromHashes(before)));
  assert.deepEqual(
    after.problems.map(({ code }) => code),
    before.problems.map(({ code }) => code),
  );
  assert.deepEqual(fillAllFromHashes(after), []);
  return after.manifest.text;
}

function manifestOf(device: string): string {
  return `{ "batchId": "B", "devices": [\n${device}\n] }`;
}

function assertFilled(device: string, expected: string): void {
  assert.equal(filled(manifestOf(device)), manifestOf(expected));
}

function assertNothingToFill(device: string): void {
  assertFilled(device, device);
}

suite('a device is filled in from its hash', () => {
  test('on one line', () =>
    assertFilled(
      `{ "hardwareHash": ${hash} }`,
      String.raw`{ "serialNumber": "5CG1111AAA", "productKey": "3305412345678", "oemManufacturerName": "Contoso", "modelName": "Contoso \"Book\" 14", "hardwareHash": ${hash} }`,
    ));
  test('on one line without blanks', () =>
    assertFilled(
      `{"policies":[{"key":"a","value":"b"}],"modelName":"Contoso \\"Book\\" 14","hardwareHash":${hash}}`,
      `{"policies":[{"key":"a","value":"b"}],"modelName":"Contoso \\"Book\\" 14","serialNumber":"5CG1111AAA","productKey":"3305412345678","oemManufacturerName":"Contoso","hardwareHash":${hash}}`,
    ));
  test('on lines of its own', () =>
    assertFilled(
      `  {
    "serialNumber": "5CG1111AAA",
    "hardwareHash": ${hash},
    "oemManufacturerName": "Contoso"
  }`,
      String.raw`  {
    "serialNumber": "5CG1111AAA",
    "productKey": "3305412345678",
    "modelName": "Contoso \"Book\" 14",
    "hardwareHash": ${hash},
    "oemManufacturerName": "Contoso"
  }`,
    ));
  test('with tabs and the line ends of Windows', () =>
    assertFilled(
      `\t{\r\n\t\t"productKey" : "3305412345678",\r\n\t\t"hardwareHash" : ${hash}\r\n\t}`,
      `\t{\r\n\t\t"productKey" : "3305412345678",\r\n\t\t"serialNumber" : "5CG1111AAA",\r\n\t\t"oemManufacturerName" : "Contoso",\r\n\t\t"modelName" : "Contoso \\"Book\\" 14",\r\n\t\t"hardwareHash" : ${hash}\r\n\t}`,
    ));
  test('in PascalCase where the hash is', () =>
    assertFilled(
      `{ "ProductKey": "3305412345678", "OemManufacturerName": "Contoso", "ModelName": "Contoso \\"Book\\" 14", "HardwareHash": ${hash} }`,
      `{ "ProductKey": "3305412345678", "OemManufacturerName": "Contoso", "ModelName": "Contoso \\"Book\\" 14", "SerialNumber": "5CG1111AAA", "HardwareHash": ${hash} }`,
    ));
  test('where values are blank, in their places', () =>
    assertFilled(
      `{ "serialNumber": null, "hardwareHash": ${hash}, "productKey": " ", "modelName": "", "oemManufacturerName": /* who? */ null }`,
      String.raw`{ "serialNumber": "5CG1111AAA", "hardwareHash": ${hash}, "productKey": "3305412345678", "modelName": "Contoso \"Book\" 14", "oemManufacturerName": /* who? */ "Contoso" }`,
    ));
});

suite('comments stay where they are', () => {
  const typed = `"productKey": "3305412345678", "modelName": ${JSON.stringify(contents.model)}, "oemManufacturerName": "Contoso",`;

  test('behind the property before', () =>
    assertFilled(
      `{ ${typed} // from the portal\n  "hardwareHash": ${hash} }`,
      `{ ${typed} // from the portal\n  "serialNumber": "5CG1111AAA",\n  "hardwareHash": ${hash} }`,
    ));
  test('above the hash', () =>
    assertFilled(
      `{ ${typed}\n\n  /* collected\n     by Ada */\n  "hardwareHash": ${hash} }`,
      `{ ${typed}\n  "serialNumber": "5CG1111AAA",\n\n  /* collected\n     by Ada */\n  "hardwareHash": ${hash} }`,
    ));
  test('in front of the hash, on its line', () =>
    assertFilled(
      `{ ${typed}\n  /* new */ "hardwareHash": ${hash} }`,
      `{ ${typed}\n  "serialNumber": "5CG1111AAA",\n  /* new */ "hardwareHash": ${hash} }`,
    ));
  test('around the comma', () =>
    assertFilled(
      `{ ${typed.slice(0, -1)} /* , */\n  , /* old */ "hardwareHash": ${hash} // end\n}`,
      `{ ${typed.slice(0, -1)} /* , */\n  , /* old */ "serialNumber": "5CG1111AAA", "hardwareHash": ${hash} // end\n}`,
    ));
  test('behind the brace', () =>
    assertFilled(
      `{ // for Ada\n  "hardwareHash": ${hash}, ${typed.slice(0, -1)} }`,
      `{ // for Ada\n  "serialNumber": "5CG1111AAA",\n  "hardwareHash": ${hash}, ${typed.slice(0, -1)} }`,
    ));
});

suite('nothing is filled in', () => {
  test('that is typed, even if it differs', () =>
    assertNothingToFill(
      `{ "serialNumber": "S2", "productKey": "00330-80000-00000-AAOEM", "oemManufacturerName": "None", "modelName": "M", "hardwareHash": ${hash} }`,
    ));
  test('that is of a wrong type', () =>
    assertNothingToFill(
      `{ "serialNumber": 5, "productKey": [], "oemManufacturerName": {}, "modelName": false, "hardwareHash": ${hash} }`,
    ));
  test('that is a placeholder or a generic product key', () =>
    assertNothingToFill(
      `{ "hardwareHash": "${hardwareHash({ serialNumber: 'Default string', manufacturer: 'System manufacturer', model: 'SMBIOS_STRING_INDEX_0', productKeyId: '3308000000000' })}" }`,
    ));
  test('that the hash does not hold', () =>
    assertNothingToFill(
      `{ "hardwareHash": "${hardwareHash({ serialNumber: '', manufacturer: undefined, model: ' ', productKeyId: undefined })}" }`,
    ));
  test('from a hash that is damaged, altered or unrecognized', () => {
    assertNothingToFill(`{ "hardwareHash": ${hash.slice(0, 256)}" }`);
    assertNothingToFill(`{ "hardwareHash": ${hash.slice(0, 3001)}" }`);
    assertNothingToFill('{ "hardwareHash": "DummyHash123" }');
  });
});

suite('filling in', () => {
  test('says what it writes', () => {
    const { manifest, hashOf } = checkOf(
      `{ "batchId": "B", "devices": [{ "modelName": "M", "hardwareHash": ${hash} }] }`,
    );
    const [device] = manifest.devices;
    const opened = device && hashOf(device);
    assert.deepEqual(device && opened && fillFromHash(manifest, device, opened)?.fields, [
      'serialNumber',
      'productKey',
      'oemManufacturerName',
    ]);
  });

  test('reaches every device', () => {
    const [first, second] = ['S1', 'S2'].map(serialNumber => hardwareHash({ serialNumber, productKeyId: undefined }));
    const typed = '"oemManufacturerName": "Contoso", "modelName": "Contoso Book 14"';
    assert.equal(
      filled(`{ "batchId": "B", "devices": [
        { ${typed}, "hardwareHash": "${first}" },
        { "productKey": "3305412345678" },
        { ${typed}, "hardwareHash": "${second}" }] }`),
      `{ "batchId": "B", "devices": [
        { ${typed}, "serialNumber": "S1", "hardwareHash": "${first}" },
        { "productKey": "3305412345678" },
        { ${typed}, "serialNumber": "S2", "hardwareHash": "${second}" }] }`,
    );
  });
});
