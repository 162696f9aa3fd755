import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { contoso, Emulated } from './emulated.ts';

const batches = `/v1/customers/${contoso}/deviceBatches`;
const key = { productKey: '00329-00000-0003-AA606' };

/** Asserts the status and code of the answer to a create. */
async function assertRefused(body: unknown, status: number, code: string): Promise<void> {
  await using emulated = await Emulated.start();

  const answer = await emulated.post(batches, body);

  assert.deepEqual([answer.status, answer.value.code], [status, code]);
  assert.equal(emulated.emulator.registry.jobs().length, 0);
}

suite('uploading', () => {
  test('accepts the body that the documentation shows', async () => {
    await using emulated = await Emulated.start();
    const device = {
      Id: null,
      SerialNumber: '1R9-ZNP67',
      ProductKey: '00329-00000-0003-AA606',
      HardwareHash: 'DummyHash123',
      Policies: null,
      CreatedBy: null,
      UploadedDate: '0001-01-01T00:00:00',
      AllowedOperations: null,
      Attributes: { ObjectType: 'Device' },
    };

    const { status, headers, body } = await emulated.post(batches, {
      BatchId: 'SDKTestDeviceBatch',
      Devices: [device],
      Attributes: { ObjectType: 'DeviceBatchCreationRequest' },
    });

    assert.equal(status, 202);
    assert.equal(body, '');
    assert.equal(headers['content-length'], '0');
    assert.match(String(headers['location']), new RegExp(`^/customers/${contoso}/batchJobStatus/[0-9a-f-]{36}$`));
    assert.deepEqual(emulated.emulator.registry.jobs()[0]?.devices, [
      { serialNumber: '1R9-ZNP67', productKey: '00329-00000-0003-AA606', hardwareHash: 'DummyHash123' },
    ]);
  });

  test('accepts a bare list for a batch that is there, in any case of its name', async () => {
    await using emulated = await Emulated.start();
    await emulated.create('Test batch', [key]);

    const { status } = await emulated.post(`${batches}/TEST%20BATCH/devices`, [{ productKey: '2' }]);

    assert.equal(status, 202);
    assert.deepEqual(
      emulated.emulator.registry.jobs().map(({ kind, batchId }) => [kind, batchId]),
      [
        ['create', 'Test batch'],
        ['append', 'Test batch'],
      ],
    );
  });

  test('answers a create with ids of its own and an append with those it was sent', async () => {
    await using emulated = await Emulated.start();
    const ids = { 'MS-RequestId': 'r1', 'MS-CorrelationId': 'c1' };

    const create = await emulated.post(batches, { batchId: 'A', devices: [key] }, ids);
    const append = await emulated.post(`${batches}/A/devices`, [{ productKey: '2' }], { ...ids, 'MS-RequestId': 'r2' });

    assert.notEqual(create.headers['ms-requestid'], 'r1');
    assert.notEqual(create.headers['ms-correlationid'], 'c1');
    assert.deepEqual([append.headers['ms-requestid'], append.headers['ms-correlationid']], ['r2', 'c1']);
  });

  test('takes a POST with the id of an accepted one for that one', async () => {
    await using emulated = await Emulated.start();
    const body = { batchId: 'A', devices: [key] };

    const first = await emulated.post(batches, body, { 'MS-RequestId': 'r1' });
    const again = await emulated.post(batches, body, { 'MS-RequestId': 'r1' });

    assert.equal(again.headers['location'], first.headers['location']);
    assert.equal(emulated.emulator.registry.jobs().length, 1);
  });

  test('does not so where it honours no request ids', async () => {
    await using emulated = await Emulated.start({ knobs: { honoursRequestIds: false } });
    await emulated.create('A', [key]);

    await emulated.post(`${batches}/A/devices`, [key], { 'MS-RequestId': 'r1' });
    await emulated.post(`${batches}/A/devices`, [key], { 'MS-RequestId': 'r1' });

    assert.equal(emulated.emulator.registry.jobs().length, 3);
  });

  test('refuses a second batch of a name, in any case', async () => {
    await using emulated = await Emulated.start();
    await emulated.create('Test batch', [key]);

    const { status } = await emulated.post(batches, { batchId: 'test BATCH', devices: [{ productKey: '2' }] });

    assert.equal(status, 409);
  });

  test('knows a new batch only after a while, if it is so set', async () => {
    await using emulated = await Emulated.start({ knobs: { batchVisibleAfterMs: 5000 } });
    await emulated.create('A', [key]);

    assert.equal((await emulated.post(`${batches}/A/devices`, [key])).status, 404);
    assert.equal((await emulated.get(`${batches}/A/devices`)).status, 404);
    assert.deepEqual((await emulated.get(batches)).value.items, []);

    emulated.passTime(5000);

    assert.equal((await emulated.post(`${batches}/A/devices`, [key])).status, 202);
    assert.equal((await emulated.get(`${batches}/A/devices`)).status, 200);
  });

  test('refuses a create without devices', () => assertRefused({ batchId: 'A', devices: [] }, 400, '800002'));

  test('refuses a create without a name', () => assertRefused({ batchId: ' ', devices: [key] }, 400, '3000'));

  test('refuses a number for a text', () => assertRefused({ batchId: 'A', devices: [{ productKey: 5 }] }, 400, '3000'));

  test('refuses a body that is not JSON', () => assertRefused('{', 400, '800002'));

  test('fails on an empty list of policies as the service does', async () => {
    await using emulated = await Emulated.start();

    const { status, value } = await emulated.post(batches, { batchId: 'A', devices: [{ ...key, policies: [] }] });

    assert.deepEqual([status, value.description], [500, 'Sequence contains no matching element']);
  });

  test('refuses an object where an append needs a list', async () => {
    await using emulated = await Emulated.start();
    await emulated.create('A', [key]);

    assert.equal((await emulated.post(`${batches}/A/devices`, { devices: [key] })).status, 400);
  });

  test('says whether a customer is unknown or no customer at all', async () => {
    await using emulated = await Emulated.start();

    const unknown = await emulated.get('/v1/customers/11111111-1111-4111-8111-111111111111/deviceBatches');
    const malformed = await emulated.get('/v1/customers/contoso/deviceBatches');

    assert.deepEqual([unknown.status, unknown.value.code], [404, '60003']);
    assert.deepEqual([malformed.status, malformed.value.code], [400, '900118']);
  });
});
