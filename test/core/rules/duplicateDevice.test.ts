import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { hardwareHash, tpmModulus } from '../../support/hashBuilder.ts';
import type { HashContents } from '../../support/hashBuilder.ts';
import { assertProblems } from '../../support/problemsOf.ts';

const monday = Date.UTC(2026, 8, 14);
const tuesday = Date.UTC(2026, 8, 15);
const bare = { uuid: undefined, tpmModulus: undefined, productKeyId: undefined };

/** `a ← b (why)`: device b repeats device a; counted from 0, in the order of the devices. */
function assertRepeats(devices: readonly string[], ...expected: readonly string[]): void {
  const problems = assertProblems('duplicate-device', ...devices);
  assert.deepEqual(
    problems.map(({ first, deviceIndex, by }) => `${first.index} ← ${deviceIndex} (${by})`),
    expected,
  );
  assert.ok(problems.every(({ severity }) => severity === 'warning'));
}

function hashed(contents: Partial<HashContents>, more = ''): string {
  return `{ "hardwareHash": "${hardwareHash(contents)}"${more} }`;
}

/** The same device, with its hash marked. */
function marked(device: string): string {
  return device.replace(/(?<="hardwareHash": )"[^"]*"/, '«$&»');
}

function newerOf(...devices: readonly string[]): readonly unknown[] {
  return assertProblems('duplicate-device', ...devices).map(({ newer }) => newer);
}

suite('duplicate-device', () => {
  test('finds the same text of a hash, whatever the hash is', () => {
    const damaged = hardwareHash().slice(0, 255);
    assertRepeats(
      [
        '{ "hardwareHash": "DummyHash123" }',
        `{ "hardwareHash": "${damaged}" }`,
        '{ "HardwareHash": «" Dummy\\nHash123"» }',
        `{ "hardwareHash": «"${damaged}"» }`,
        '{ "hardwareHash": "dummyhash123" }',
      ],
      '0 ← 2 (hash-text)',
      '1 ← 3 (hash-text)',
    );
  });

  test('finds two collections from one machine by its TPM key, whatever else differs', () => {
    assertRepeats(
      [
        hashed({ serialNumber: 'A1', collectedAt: monday }),
        marked(hashed({ serialNumber: 'A1', collectedAt: tuesday })),
        marked(
          hashed({
            serialNumber: 'B2',
            manufacturer: 'Fabrikam',
            tpmModulus: tpmModulus('A1'),
          }),
        ),
      ],
      '0 ← 1 (tpm-key)',
      '0 ← 2 (tpm-key)',
    );
  });

  test('finds two collections from one machine without a TPM by serial number, maker and UUID', () => {
    const withoutTpm = { tpmModulus: undefined, productKeyId: undefined, serialNumber: 'A1' };
    assertRepeats(
      [
        hashed({ ...withoutTpm, collectedAt: monday }),
        marked(hashed({ ...withoutTpm, collectedAt: tuesday })),
        hashed({ ...withoutTpm, manufacturer: 'Fabrikam' }),
      ],
      '0 ← 1 (serial-number)',
    );
  });

  test('finds the same serial number and maker, typed or inside a hash', () => {
    const typed = '"serialNumber": "A1", "oemManufacturerName": "Contoso", "modelName": "M"';
    assertRepeats(
      [
        `{ ${typed} }`,
        `{ "oemManufacturerName": "Contoso", "serialNumber": «" A1"», "productKey": "3305412345678" }`,
        marked(hashed({ ...bare, serialNumber: 'A1' })),
        marked(hashed({ ...bare, serialNumber: 'A1' }, `, ${typed}`)),
        `{ ${typed.replace('"A1"', '«"A1"»')}, "hardwareHash": "DummyHash123" }`,
      ],
      '0 ← 1 (serial-number)',
      '0 ← 2 (serial-number)',
      '0 ← 3 (serial-number)',
      '0 ← 4 (serial-number)',
    );
  });

  test('takes a typed serial number together with the maker inside the hash', () => {
    assertRepeats(
      [
        hashed({ ...bare, serialNumber: 'SMBIOS_STRING_INDEX_0' }, ', "serialNumber": "A1"'),
        '{ "serialNumber": «"A1"», "oemManufacturerName": "Contoso", "modelName": "M" }',
      ],
      '0 ← 1 (serial-number)',
    );
  });

  test('finds nothing in a serial number without a maker, or with another one', () => {
    assertRepeats([
      '{ "serialNumber": "A1", "oemManufacturerName": "Contoso", "modelName": "M" }',
      '{ "serialNumber": "A1", "productKey": "3305412345678" }',
      '{ "serialNumber": "A1", "hardwareHash": "DummyHash123" }',
      '{ "serialNumber": "A1", "oemManufacturerName": "contoso", "modelName": "M" }',
      '{ "serialNumber": "a1", "oemManufacturerName": "Contoso", "modelName": "M" }',
      '{ "serialNumber": "A1C", "oemManufacturerName": "ontoso", "modelName": "M" }',
    ]);
  });

  test('finds the same product key, typed or inside a hash', () => {
    assertRepeats(
      [
        '{ "productKey": "3305412345678" }',
        '{ "productKey": «"3305412345678 "» }',
        marked(hashed({ productKeyId: '3305412345678' })),
      ],
      '0 ← 1 (product-key)',
      '0 ← 2 (product-key)',
    );
  });

  test('finds nothing in generic and misshapen product keys, placeholders and dummy UUIDs', () => {
    const placeholder = '"serialNumber": "Default string", "oemManufacturerName": "Contoso", "modelName": "M"';
    const maker = '"serialNumber": "A1", "oemManufacturerName": "System manufacturer", "modelName": "M"';
    const dummy = { ...bare, uuid: '03000200-0400-0500-0006-000700080009' };
    assertRepeats([
      '{ "productKey": "3308000000000" }',
      '{ "productKey": "3308000000000" }',
      '{ "productKey": "00330-80000-00000-AAOEM" }',
      '{ "productKey": "00330-80000-00000-AAOEM" }',
      `{ ${placeholder} }`,
      `{ ${placeholder} }`,
      `{ ${maker} }`,
      `{ ${maker} }`,
      hashed({ ...dummy, serialNumber: 'B1' }),
      hashed({ ...dummy, serialNumber: 'B2' }),
      hashed({ ...dummy, serialNumber: 'SMBIOS_STRING_INDEX_0' }),
      hashed({ ...dummy, serialNumber: 'SMBIOS_STRING_INDEX_0', collectedAt: tuesday }),
    ]);
  });

  test('finds nothing inside a damaged or altered hash', () => {
    const whole = hardwareHash({ serialNumber: 'A1' });
    assertRepeats([
      `{ "hardwareHash": "${whole}" }`,
      `{ "hardwareHash": "${whole.replace(/A$/, 'B')}" }`,
      `{ "hardwareHash": "${whole.slice(0, 1024)}" }`,
    ]);
  });

  test('points at the earliest device, once, however many agree and in however many values', () => {
    const tuple = '"serialNumber": "A1", "oemManufacturerName": "Contoso", "modelName": "M"';
    assertRepeats(
      [
        '{ "productKey": "3305412345678" }',
        `{ ${tuple} }`,
        `{ ${tuple.replace('"A1"', '«"A1"»')} }`,
        `{ ${tuple}, "productKey": «"3305412345678"» }`,
        `{ ${tuple.replace('"A1"', '«"A1"»')} }`,
      ],
      '1 ← 2 (serial-number)',
      '0 ← 3 (product-key)',
      '1 ← 4 (serial-number)',
    );
  });

  test('marks the hash, else the serial number, else the product key', () => {
    const all = '"serialNumber": "A1", "oemManufacturerName": "Contoso", "productKey": "3305412345678"';
    assertRepeats(
      [
        `{ ${all}, "hardwareHash": "DummyHash123" }`,
        `{ ${all}, "hardwareHash": «"DummyHash123"» }`,
        `{ ${all.replace('"A1"', '«"A1"»')} }`,
        '{ "productKey": «"3305412345678"» }',
      ],
      '0 ← 1 (hash-text)',
      '0 ← 2 (serial-number)',
      '0 ← 3 (product-key)',
    );
  });

  test('relates to the value of the first device', () => {
    const [problem] = assertProblems(
      'duplicate-device',
      hashed({ productKeyId: '3305412345678' }),
      '{ "productKey": «"3305412345678"» }',
    );
    assert.equal((problem?.first.span.end ?? 0) - (problem?.first.span.start ?? 0), hardwareHash().length + 2);
  });

  test('names the newer of two collections where both times are known and differ', () => {
    const older = hashed({ collectedAt: monday });
    const newer = hashed({ collectedAt: tuesday });
    assert.deepEqual(newerOf(older, marked(newer)), ['device']);
    assert.deepEqual(newerOf(newer, marked(older)), ['first']);
    assert.deepEqual(newerOf(older, marked(hashed({ collectedAt: monday, memoryGb: 64 }))), [undefined]);
    assert.deepEqual(newerOf(older, marked(older)), [undefined]);
    assert.deepEqual(newerOf('{ "productKey": "3305412345678" }', '{ "productKey": «"3305412345678"» }'), [undefined]);
  });

  test('sees the devices around a broken one', () => {
    assertRepeats(
      ['{ "productKey": "3305412345678" }', '{ "productKey" "3305412345678" }', '{ "productKey": «"3305412345678"» }'],
      '0 ← 2 (product-key)',
    );
  });
});
