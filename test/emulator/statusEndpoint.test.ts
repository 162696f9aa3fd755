import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { contoso, Emulated, fabrikam } from './emulated.ts';

const knobs = { queuedMs: 1000, processingMs: 2000 };
const devices = [{ serialNumber: 'S1', productKey: 'K1' }, { productKey: 'K2-812' }];
const attributes = { objectType: 'DeviceUploadDetails' };

suite('job status', () => {
  test('moves from queued over processing to finished', async () => {
    await using emulated = await Emulated.start({ knobs });
    const path = await emulated.create('A', devices);

    const queued = (await emulated.get(path)).value;
    emulated.passTime(2000);
    const processing = (await emulated.get(path)).value;
    emulated.passTime(1000);
    const finished = (await emulated.get(path)).value;

    assert.deepEqual(
      [queued.status, queued.startedTime, queued.devicesStatus],
      ['queued', '0001-01-01T00:00:00', undefined],
    );
    assert.deepEqual(
      [processing.status, processing.startedTime, processing.completedTime],
      ['processing', '2025-06-01T12:00:01', '0001-01-01T00:00:00'],
    );
    assert.deepEqual(processing.devicesStatus, [
      { ...processing.devicesStatus[0], serialNumber: 'S1', productKey: 'K1', status: 'finished', attributes },
      { productKey: 'K2-812', status: 'in-progress', attributes },
    ]);
    assert.deepEqual([finished.status, finished.completedTime], ['finished', '2025-06-01T12:00:03']);
    assert.deepEqual(finished.devicesStatus[1], {
      productKey: 'K2-812',
      status: 'finished_with_errors',
      errorCode: '812',
      errorDescription: 'ZtdDeviceNotFound',
      attributes,
    });
  });

  test('says of an append that it finished with errors', async () => {
    await using emulated = await Emulated.start({ knobs });
    await emulated.create('A', [{ productKey: 'K0' }]);
    const { headers } = await emulated.post(`/v1/customers/${contoso}/deviceBatches/A/devices`, devices);

    emulated.passTime(3000);

    assert.equal((await emulated.get(`/v1${String(headers['location'])}`)).value.status, 'finished_with_errors');
  });

  test('tells nothing that identifies a device sent as a hash alone', async () => {
    await using emulated = await Emulated.start({ knobs });

    const { devicesStatus } = await emulated.finished('A', [{ hardwareHash: 'DummyHash123' }]);

    assert.deepEqual(devicesStatus, [{ status: 'finished', attributes }]);
  });

  test('comes without a content type', async () => {
    await using emulated = await Emulated.start({ knobs });

    const { headers } = await emulated.get(await emulated.create('A', devices));

    assert.equal(headers['content-type'], undefined);
  });

  test('is found in any case, but not under another customer', async () => {
    await using emulated = await Emulated.start({ knobs });
    const path = await emulated.create('A', devices);

    assert.equal((await emulated.get(path.toUpperCase())).status, 200);
    assert.equal((await emulated.get(path.replace(contoso, fabrikam))).status, 404);
  });
});
