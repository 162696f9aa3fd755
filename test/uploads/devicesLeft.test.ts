import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { DeviceOutcome } from '../../src/core/upload/outcome.ts';
import { failedDevicesOf, findDevicesLeft, unsentDevicesOf } from '../../src/uploads/devicesLeft.ts';
import type { PresentManifest } from '../../src/uploads/presentManifest.ts';
import type { UploadRecord } from '../../src/uploads/uploadRecord.ts';
import { accepted, aRecord, cancelled, left, planned, trackingId, withJob } from './aRecord.ts';

const failed: DeviceOutcome = { is: 'failed', matchedBy: 'serial-number', error: { code: '808' } };
const registered: DeviceOutcome = { is: 'registered', matchedBy: 'serial-number' };
const known: DeviceOutcome = { is: 'already-registered', matchedBy: 'serial-number', error: { code: '806' } };

/** An upload of the devices S1, S2, … with these answers, two to a part. */
function uploadWith(devices: readonly DeviceOutcome[], changes: Partial<UploadRecord> = {}): UploadRecord {
  const outcomes = [devices.slice(0, 2), devices.slice(2)].filter(({ length }) => length > 0);
  const parts = outcomes.map(own =>
    withJob({ is: 'ended', trackingId, outcome: { state: 'finished', devices: own, unmatched: [] } }),
  );
  return aRecord(parts, changes);
}

/** A manifest, edited since, with these serial numbers. */
function manifestWith(...serials: readonly string[]): PresentManifest {
  return {
    uri: 'file:///batch.devicebatch.json',
    customerId: undefined,
    digest: 'edited',
    devices: serials.map(serialNumber => ({ identity: () => ({ serialNumber }), print: () => 'edited' })),
  };
}

suite('the devices of an upload that failed', () => {
  const record = uploadWith([failed, registered, known, failed]);

  test('are those of all parts, with what the service said', () =>
    assert.deepEqual(
      failedDevicesOf(record, [record]).map(({ place, failure }) => [place, failure?.verdict.error.code]),
      [
        [0, '808'],
        [3, '808'],
      ],
    ));

  test('are without those that a later upload registered', () => {
    const retry = uploadWith([registered, failed], { createdAt: 1, manifest: { uri: 'file:///retry', digest: 'd2' } });
    assert.deepEqual(
      failedDevicesOf(record, [retry, record]).map(({ place }) => place),
      [3],
    );
  });
});

test('what was not sent is what waits, and what was cancelled', () =>
  assert.deepEqual(
    unsentDevicesOf(aRecord([accepted, cancelled, left, planned])).map(({ place }) => place),
    [2, 3, 6, 7],
  ));

suite('devices that are left', () => {
  const record = uploadWith([failed, failed, failed, failed]);
  const find = (...serials: readonly string[]) => {
    const { found, missing } = findDevicesLeft(record, failedDevicesOf(record, []), manifestWith(...serials));
    return [...found.map(({ place, position }) => `${place} at ${position}`), `${missing} missing`];
  };

  test('are found in the order of the manifest', () =>
    assert.deepEqual(find('S3', 'NEW', 's1', 'S2', 'S4'), ['2 at 0', '0 at 2', '1 at 3', '3 at 4', '0 missing']));

  test('are missing if they are gone, or not told apart', () =>
    assert.deepEqual(find('S1', 'S2', 'S2'), ['0 at 0', '3 missing']));
});
