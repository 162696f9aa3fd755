import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { hardwareHash, tpmModulus } from '../../support/hashBuilder.ts';
import type { HashContents } from '../../support/hashBuilder.ts';
import { assertProblems } from '../../support/problemsOf.ts';

const uuids = ['1d0c52be-7a41-4f6b-9c1e-53a7d2b8e604', '7f3a9b10-2c4d-4e5f-8a6b-9c0d1e2f3a4b'] as const;
const noBoard = { uuid: undefined, tpmModulus: undefined, productKeyId: undefined };
const none: readonly string[] = [];

/** Writes devices of one serial number and maker, marks those of `repaired`, and expects them to point at these earlier ones. */
function assertRepaired(boards: readonly Partial<HashContents>[], repaired: Readonly<Record<number, number>>): void {
  const devices = boards.map(board => `{ "hardwareHash": "${hardwareHash({ ...noBoard, ...board })}" }`);
  const problems = assertProblems(
    'board-replaced',
    ...devices.map((device, index) => (index in repaired ? device.replace(/"T0[^"]*"/, '«$&»') : device)),
  );
  assert.deepEqual(
    problems.map(({ first, deviceIndex }) => [deviceIndex, first.index]),
    Object.entries(repaired).map(([index, first]) => [Number(index), first]),
  );
}

suite('board-replaced', () => {
  test('finds one serial number and maker with two TPM keys, or with two UUIDs', () => {
    assertRepaired([{ tpmModulus: tpmModulus('a') }, { tpmModulus: tpmModulus('b') }], { 1: 0 });
    assertRepaired([{ uuid: uuids[0] }, { uuid: uuids[1] }], { 1: 0 });
  });

  test('finds two TPM keys in spite of one UUID, but no two UUIDs in spite of one TPM key', () => {
    const [uuid] = uuids;
    assertRepaired(
      [
        { uuid, tpmModulus: tpmModulus('a') },
        { uuid, tpmModulus: tpmModulus('b') },
      ],
      { 1: 0 },
    );
    assertRepaired(
      [
        { uuid: uuids[0], tpmModulus: tpmModulus('a') },
        { uuid: uuids[1], tpmModulus: tpmModulus('a') },
      ],
      {},
    );
  });

  test('needs both to be known on both sides, and no dummies', () => {
    assertRepaired([{ tpmModulus: tpmModulus('a') }, { uuid: uuids[0], memoryGb: 8 }], {});
    assertRepaired([{ uuid: uuids[0] }, {}], {});
    assertRepaired([{ uuid: uuids[0] }, { uuid: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }], {});
  });

  test('needs serial number and maker to agree', () => {
    assertRepaired([{ uuid: uuids[0] }, { uuid: uuids[1], serialNumber: 'B2' }], {});
    assertRepaired([{ uuid: uuids[0] }, { uuid: uuids[1], manufacturer: 'Fabrikam' }], {});
  });

  test('points at the earliest device, unless another is a duplicate', () => {
    assertRepaired([{ uuid: uuids[0] }, { uuid: uuids[1] }, { uuid: uuids[1], memoryGb: 8 }], { 1: 0 });
    assertRepaired([{ uuid: uuids[0] }, { uuid: uuids[1] }, { uuid: '2d0c52be-7a41-4f6b-9c1e-53a7d2b8e604' }], {
      1: 0,
      2: 0,
    });
  });

  test('gives way to a duplicate of the same device by its product key', () => {
    const productKeyId = '3305412345678';
    assertRepaired(
      [
        { uuid: uuids[0], productKeyId },
        { uuid: uuids[1], productKeyId },
      ],
      {},
    );
  });

  test('takes a typed serial number and maker as those inside the hash', () => {
    const nameless = { ...noBoard, serialNumber: 'SMBIOS_STRING_INDEX_0', manufacturer: undefined };
    const typed = '"serialNumber": "A1", "oemManufacturerName": "Contoso"';
    const [problem] = assertProblems(
      'board-replaced',
      `{ ${typed}, "hardwareHash": "${hardwareHash({ ...nameless, uuid: uuids[0] })}" }`,
      `{ ${typed}, "hardwareHash": «"${hardwareHash({ ...nameless, uuid: uuids[1], collectedAt: Date.UTC(2026, 8, 15) })}"» }`,
    );
    assert.equal(problem?.newer, 'device');
  });

  test('is no matter of devices without hashes', () => {
    const tuple = '{ "serialNumber": "A1", "oemManufacturerName": "Contoso", "modelName": "M" }';
    assert.deepEqual(assertProblems('board-replaced', tuple, tuple), none);
  });
});
