import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { readManifest } from '../../../src/core/manifest/readManifest.ts';
import { batchOf } from '../../../src/core/upload/batchOf.ts';

/** Asserts what a manifest asks to upload. */
function assertBatch(manifest: unknown, expected: unknown) {
  assert.deepEqual(batchOf(readManifest(JSON.stringify(manifest), 'json')), expected);
}

/** Asserts how a manifest's only device is sent. */
function assertDevice(device: unknown, expected: unknown) {
  assertBatch({ batchId: 'b', devices: [device] }, { batchId: 'b', customerId: undefined, devices: [expected] });
}

/** Asserts that there is nothing to upload. */
function assertNone(text: string) {
  assert.equal(batchOf(readManifest(text, 'jsonc')), undefined);
}

suite('batchOf', () => {
  test('the documented example', () =>
    assertBatch(
      {
        BatchId: 'SDKTestDeviceBatch',
        Devices: [
          {
            Id: null,
            SerialNumber: '1R9-ZNP67',
            ProductKey: '00329-00000-0003-AA606',
            HardwareHash: 'DummyHash123',
            Policies: null,
            CreatedBy: null,
            UploadedDate: '0001-01-01T00:00:00',
            AllowedOperations: null,
            Attributes: { ObjectType: 'Device' },
          },
        ],
        Attributes: { ObjectType: 'DeviceBatchCreationRequest' },
      },
      {
        batchId: 'SDKTestDeviceBatch',
        customerId: undefined,
        devices: [{ serialNumber: '1R9-ZNP67', productKey: '00329-00000-0003-AA606', hardwareHash: 'DummyHash123' }],
      },
    ));

  test('a pinned customer', () =>
    assertBatch(
      { customerId: 'C7F3C849-129F-4B85-A96D-4F8E88B315A3', batchId: 'b', devices: [{}] },
      { batchId: 'b', customerId: 'c7f3c849-129f-4b85-a96d-4f8e88b315a3', devices: [{}] },
    ));
  test('a customer that is absent', () =>
    assertBatch(
      { customerId: '', batchId: 'b', devices: [{}] },
      { batchId: 'b', customerId: undefined, devices: [{}] },
    ));
  test("a batch's name as written", () =>
    assertBatch({ batchId: ' Büro 2 ', devices: [{}] }, { batchId: ' Büro 2 ', customerId: undefined, devices: [{}] }));

  test('values as written', () => assertDevice({ serialNumber: ' a b ' }, { serialNumber: ' a b ' }));
  test('no absent values', () => assertDevice({ serialNumber: ' ', productKey: null, modelName: '' }, {}));
  test("none of the service's own members, and none it does not know", () =>
    assertDevice({ id: 'x', uploadedBy: 'x', groupTag: 'x', SERIALNUMBER: 'x' }, {}));
  test('the last of a member written twice', () => {
    const text = '{ "batchId": "b", "devices": [{ "serialNumber": "1", "SerialNumber": "2" }] }';
    assert.deepEqual(batchOf(readManifest(text, 'json'))?.devices, [{ serialNumber: '2' }]);
  });
  test('policies', () =>
    assertDevice(
      {
        Policies: [
          { Key: 'o_o_b_e', Value: '15a04610' },
          { key: 'none', value: null },
        ],
      },
      {
        policies: [
          { key: 'o_o_b_e', value: '15a04610' },
          { key: 'none', value: undefined },
        ],
      },
    ));
  test('no empty policies', () => assertDevice({ serialNumber: 'a', policies: [] }, { serialNumber: 'a' }));

  for (const text of [
    '',
    '[]',
    '{}',
    '{ "batchId": "b" }',
    '{ "batchId": "b", "devices": [] }',
    '{ "batchId": " ", "devices": [{}] }',
    '{ "batchId": 5, "devices": [{}] }',
    '{ "batchId": "b", "devices": {} }',
    '{ "batchId": "b", "devices": [{}, "x"] }',
    '{ "batchId": "b", "devices": [{}, { "serialNumber": ] }',
    '{ "customerId": "x", "batchId": "b", "devices": [{}] }',
    '{ "customerId": 5, "batchId": "b", "devices": [{}] }',
  ]) {
    test(`nothing in ${JSON.stringify(text)}`, () => assertNone(text));
  }
});
