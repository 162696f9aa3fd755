import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { validate } from '../../../src/core/manifest/validate.ts';
import type { HashNote } from '../../../src/core/rules/hashNote.ts';
import { hardwareHash } from '../../support/hashBuilder.ts';
import type { HashContents } from '../../support/hashBuilder.ts';
import { readMarks, showMarks } from '../../support/markedText.ts';
import { sha256 } from '../../support/sha256.ts';

const collectedAt = Date.UTC(2025, 2, 14, 9, 26, 53);
const soonAfter = collectedAt + 60_000;
const year = 365 * 24 * 60 * 60 * 1000;

/** Checks the notes on one hash, and that they inform and stand on it. */
function assertNotes(contents: Partial<HashContents>, now: number | undefined, ...notes: readonly HashNote[]): void {
  const { text, spans } = readMarks(
    `{ "batchId": "B", "devices": [{ "hardwareHash": «"${hardwareHash(contents)}"» }] }`,
  );
  assert.deepEqual(
    notesIn(text, now),
    notes.map(note => ({ code: 'hash-note', note, severity: 'information', devices: 1, collectedAt, span: spans[0] })),
  );
}

/** Checks that the notes in a manifest stand at its marks, and for how many devices each of them speaks. */
function assertMarked(marked: string, ...devices: readonly number[]): void {
  const { text } = readMarks(marked);
  const notes = notesIn(text);
  const spans = notes.map(({ span }) => span);
  assert.equal(showMarks(text, spans), marked);
  assert.deepEqual(
    notes.map(note => note.devices),
    devices,
  );
}

function serialNumbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `5CG${1000 + index}ABC`);
}

function notesIn(text: string, now?: number) {
  const options = now === undefined ? {} : { now };
  return validate(text, { language: 'json', sha256, ...options }).filter(problem => problem.code === 'hash-note');
}

suite('hash-note', () => {
  test('says nothing of a healthy machine', () => assertNotes({}, soonAfter));
  test('says that a hash was collected in WinPE', () => assertNotes({ collectedIn: 'winpe' }, soonAfter, 'winpe'));
  test('says that it is of a virtual machine', () =>
    assertNotes({ manufacturer: 'Microsoft Corporation', model: 'Virtual Machine' }, soonAfter, 'virtual-machine'));
  test('says that it holds no TPM', () => assertNotes({ tpm: undefined, tpmModulus: undefined }, soonAfter, 'no-tpm'));
  test('says that it holds no product key id', () =>
    assertNotes({ productKeyId: undefined }, soonAfter, 'no-product-key-id'));
  for (const uuid of [
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '03000200-0400-0500-0006-000700080009',
  ]) {
    test(`says that ${uuid} is a dummy`, () => assertNotes({ uuid }, soonAfter, 'dummy-uuid'));
  }
  test('says that it was collected in the future', () => assertNotes({}, collectedAt - 1, 'future'));
  test('says that it was collected over a year ago', () => assertNotes({}, collectedAt + year + 1, 'old'));
  test('says nothing of its age up to a year', () => assertNotes({}, collectedAt + year));
  test('says nothing of its age without a clock', () => assertNotes({}, undefined));
  test('says all that there is to say', () =>
    assertNotes(
      { collectedIn: 'winpe', manufacturer: 'QEMU', tpmModulus: undefined, productKeyId: undefined },
      collectedAt - 1,
      'winpe',
      'virtual-machine',
      'no-tpm',
      'no-product-key-id',
      'future',
    ));
});

suite('hash-note speaks for many devices at once', () => {
  const inWinPe = serialNumbers(21).map(serialNumber => hardwareHash({ serialNumber, collectedIn: 'winpe' }));

  test('not for 20', () => {
    const devices = inWinPe.slice(0, 20).map(hash => `{ "hardwareHash": «"${hash}"» }`);
    assertMarked(`{ "batchId": "B", "devices": [${devices.join()}] }`, ...devices.map(() => 1));
  });

  test('but for 21, on the name of the devices', () => {
    const devices = inWinPe.map(hash => `{ "hardwareHash": "${hash}" }`);
    assertMarked(`{ "batchId": "B", «"devices"»: [${devices.join()}] }`, 21);
  });

  test('of each kind for itself', () => {
    const devices = inWinPe.map(hash => `{ "hardwareHash": "${hash}" }`);
    const other = `{ "hardwareHash": «"${hardwareHash({ productKeyId: undefined })}"» }`;
    assertMarked(`{ "batchId": "B", «"devices"»: [${other},${devices.join()}] }`, 21, 1);
  });
});
