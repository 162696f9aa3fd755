import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { drain } from '../../src/core/manifest/drain.ts';
import type { DeviceOutcome } from '../../src/core/upload/outcome.ts';
import { deviceResultsOf } from '../../src/uploads/deviceResults.ts';
import type { PresentDevice } from '../../src/uploads/presentManifest.ts';
import type { RecordedDevice, UploadRecord } from '../../src/uploads/uploadRecord.ts';
import { aRecord, trackingId, withJob } from './aRecord.ts';

/**
 * A device as `<serial>`, `<serial>/<serial inside its hash>` or `-` for one without; behind `#` stands what else there is
 * of it, so that `S1#a` and `S1#b` are the same device with other values.
 */
function recorded(device: string): RecordedDevice {
  const [ids = '', print] = device.split('#');
  const [serialNumber, hashSerialNumber] = ids.split('/').map(id => (id === '-' || id === '' ? undefined : id));
  return { serialNumber, hashSerialNumber, print: print === 'unknown' ? undefined : device.toLowerCase() };
}

function present(device: string): PresentDevice {
  const { serialNumber, hashSerialNumber } = recorded(device);
  return { identity: () => ({ serialNumber, hashSerialNumber }), print: () => device.toLowerCase() };
}

const outcomes: Readonly<Record<string, DeviceOutcome>> = {
  failed: { is: 'failed', matchedBy: 'serial-number', error: { code: '808' } },
  guessed: { is: 'failed', matchedBy: 'position', error: { code: '808' } },
  known: { is: 'already-registered', matchedBy: 'serial-number', error: { code: '806' } },
  registered: { is: 'registered', matchedBy: 'serial-number' },
  waiting: { is: 'waiting' },
  unanswered: { is: 'unanswered' },
};

/** An upload of the manifest at a time: each line a device and what became of it. */
function upload(at: number, devices: readonly string[], changes: Partial<UploadRecord> = {}): UploadRecord {
  const answers = devices.map(line => outcomes[line.split(' ')[1] ?? ''] ?? { is: 'waiting' as const });
  const outcome = { state: 'finished', devices: answers, unmatched: [] } as const;
  return aRecord([], {
    createdAt: at,
    devices: devices.map(line => recorded(line.split(' ')[0] ?? '')),
    parts: [{ first: 0, count: devices.length, ...withJob({ is: 'ended', trackingId, outcome }) }],
    ...changes,
  });
}

interface Case {
  readonly records: readonly UploadRecord[];
  readonly now: readonly string[];
  readonly digest?: string;
  readonly customerId?: string;
  /** `<device now>: <verdict> at <time of the upload>`. */
  readonly says: readonly string[];
}

function expect({ records, now, digest = 'edited', customerId, says }: Case): void {
  const steps = deviceResultsOf(records, {
    uri: 'file:///batch.devicebatch.json',
    customerId,
    devices: now.map(present),
    digest,
  });
  assert.deepEqual(
    drain(steps).map(({ position, verdict, record }) => `${now[position]}: ${verdict.is} at ${record.createdAt}`),
    says,
  );
}

const other = { uri: 'file:///retry.devicebatch.jsonc', digest: 'd2' };

suite('the results of a manifest that was not edited', () => {
  const digest = 'd1';

  test('stand where the devices stood', () =>
    expect({
      digest,
      records: [upload(1, ['S1 registered', 'S2 failed', 'S3 known'])],
      now: ['S1', 'S2', 'S3'],
      says: ['S2: failed at 1', 'S3: already-registered at 1'],
    }));

  test('stand so also where nothing tells the devices apart', () =>
    expect({
      digest,
      records: [upload(1, ['S1 registered', 'S1 failed', '- failed'])],
      now: ['S1', 'S1', '-'],
      says: ['S1: failed at 1', '-: failed at 1'],
    }));

  test('leave out what has no answer', () =>
    expect({ digest, records: [upload(1, ['S1 waiting', 'S2 unanswered'])], now: ['S1', 'S2'], says: [] }));

  test('are those of all parts', () => {
    const parts = ['S1 failed', 'S2 failed'].map(line => upload(1, [line]));
    const [first, second] = parts.flatMap(record => record.parts);
    assert(first !== undefined && second !== undefined);
    const record = { ...upload(1, ['S1', 'S2']), parts: [first, { ...second, first: 1 }] };
    expect({ digest, records: [record], now: ['S1', 'S2'], says: ['S1: failed at 1', 'S2: failed at 1'] });
  });
});

suite('the results of a manifest that was edited', () => {
  const records = [upload(1, ['S1#a failed', 'S2#a failed', '-/H3#a failed', '-#key failed', '-#unknown failed'])];

  test('follow devices by their serial numbers, in any case', () =>
    expect({ records, now: ['NEW#a', 's2#a', 'S1#a'], says: ['s2#a: failed at 1', 'S1#a: failed at 1'] }));

  test('follow devices by the serial number inside the hash', () =>
    expect({ records, now: ['-/h3#a'], says: ['-/h3#a: failed at 1'] }));

  test('follow devices without a serial number while they are the same', () =>
    expect({ records, now: ['NEW#b', '-#key'], says: ['-#key: failed at 1'] }));

  test('are gone with the device', () => expect({ records, now: ['NEW#b'], says: [] }));

  test('are gone once anything of the device was changed', () =>
    expect({ records, now: ['S1#fixed', 'S2#a', '-/H3#fixed', '-#other'], says: ['S2#a: failed at 1'] }));

  test('are not guessed where a serial number occurs twice', () => {
    expect({ records, now: ['S1#a', 'S1#b'], says: ['S1#a: failed at 1'] });
    expect({ records: [upload(1, ['S1#a failed', 'S1#b registered'])], now: ['S1#c'], says: [] });
  });

  test('do not count places any more', () =>
    expect({ records: [upload(1, ['-#unknown failed'])], now: ['-#x'], says: [] }));

  test('stay where it was not recorded what was sent', () =>
    expect({ records: [upload(1, ['S1#unknown failed'])], now: ['S1#x'], says: ['S1#x: failed at 1'] }));
});

suite('the results of several uploads', () => {
  test('are the last answer about each device', () =>
    expect({
      records: [
        upload(1, ['S1 failed', 'S2 registered', 'S3 failed']),
        upload(2, ['S1 registered', 'S2 failed', 'S3 waiting']),
      ],
      now: ['S1', 'S2', 'S3'],
      says: ['S2: failed at 2', 'S3: failed at 1'],
    }));

  test('do not come back from an earlier upload', () =>
    expect({ records: [upload(1, ['S1#a failed']), upload(2, ['S1#b registered'])], now: ['S1#a'], says: [] }));

  test('are over once another manifest registers the device', () => {
    const failed = upload(1, ['S1#a failed', 'S2#a failed', '-#key failed']);
    const now = ['S1#a', 'S2#a', '-#key'];
    const retry = (at: number, devices: readonly string[]) => upload(at, devices, { manifest: other });
    expect({
      records: [failed, retry(2, ['s1#fixed registered', 'S2#fixed failed', '-#key known'])],
      now,
      says: ['S2#a: failed at 1'],
    });
    expect({
      records: [failed, retry(0, ['S1#a registered'])],
      now,
      says: now.map(device => `${device}: failed at 1`),
    });
  });

  test('are not over for a serial number that another manifest has twice, or that is a placeholder', () => {
    const failed = upload(1, ['S1#a failed', 'None#a failed']);
    const retry = upload(2, ['S1#b registered', 'S1#c failed', 'None#b registered'], { manifest: other });
    expect({ records: [failed, retry], now: ['S1#a', 'None#a'], says: ['S1#a: failed at 1', 'None#a: failed at 1'] });
  });

  test('are those of other customers and of other Partner Centers too', () => {
    const failed = upload(1, ['S1 failed']);
    const elsewhere = [
      { customer: { id: '47021739-3426-40bf-9601-61b4b6d7c793' } },
      { account: { cloud: 'emulator', base: 'http://127.0.0.1:1' } },
    ] as const;
    for (const place of elsewhere) {
      const registered = upload(2, ['S1 registered'], { manifest: other, ...place });
      expect({ records: [failed, registered], now: ['S1'], says: ['S1: failed at 1'] });
    }
  });

  test('leave out other manifests', () =>
    expect({ records: [upload(1, ['S1 failed'], { manifest: other })], now: ['S1'], says: [] }));

  test('leave out other customers than the one the manifest is pinned to', () => {
    const records = [upload(1, ['S1 failed'])];
    expect({ records, customerId: 'c7f3c849-129f-4b85-a96d-4f8e88b315a3', now: ['S1'], says: ['S1: failed at 1'] });
    expect({ records, customerId: '47021739-3426-40bf-9601-61b4b6d7c793', now: ['S1'], says: [] });
  });
});

suite('that a device was registered already', () => {
  const known = upload(2, ['S1 known']);
  const says = ['S1: already-registered at 2'];

  test('is no news where these uploads registered it in the same batch', () => {
    expect({ records: [upload(1, ['S1 registered']), known], now: ['S1'], says: [] });
    expect({ records: [upload(1, ['S1 registered'], { manifest: other }), known], now: ['S1'], says: [] });
  });

  test('is news where they did so in another batch, later, or not at all', () => {
    const batch = { id: 'Other batch', is: 'existing' } as const;
    expect({ records: [upload(1, ['S1 registered'], { manifest: other, batch }), known], now: ['S1'], says });
    expect({ records: [upload(3, ['S1 registered'], { manifest: other }), known], now: ['S1'], says });
    expect({ records: [upload(1, ['S1 failed']), known], now: ['S1'], says });
  });
});

test('a result says by what the answer was matched', () => {
  const steps = deviceResultsOf([upload(1, ['S1 guessed'])], {
    uri: 'file:///batch.devicebatch.json',
    customerId: undefined,
    devices: [present('S1')],
    digest: 'd1',
  });
  assert.deepEqual(
    drain(steps).map(({ matchedBy }) => matchedBy),
    ['position'],
  );
});
