import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import {
  appendBody,
  appendFrameBytes,
  createBody,
  createFrameBytes,
  deviceBytes,
} from '../../../src/core/upload/requestBody.ts';
import type { UploadDevice } from '../../../src/core/upload/uploadDevice.ts';

const documented: UploadDevice = {
  serialNumber: '1R9-ZNP67',
  productKey: '00329-00000-0003-AA606',
  hardwareHash: 'DummyHash123',
};

function textOf(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

suite('createBody', () => {
  test('is the documented example less its null and placeholder members', () => {
    assert.equal(
      textOf(createBody('SDKTestDeviceBatch', [documented])),
      '{"BatchId":"SDKTestDeviceBatch","Devices":[{"SerialNumber":"1R9-ZNP67","ProductKey":"00329-00000-0003-AA606",' +
        '"HardwareHash":"DummyHash123","Attributes":{"ObjectType":"Device"}}],' +
        '"Attributes":{"ObjectType":"DeviceBatchCreationRequest"}}',
    );
  });

  test('carries every member a device can have', () => {
    const device: UploadDevice = {
      serialNumber: 'S',
      oemManufacturerName: 'Contoso',
      modelName: 'M',
      policies: [{ key: 'o_o_b_e', value: '15a04610' }, { key: 'none' }],
    };
    assert.deepEqual(JSON.parse(textOf(createBody('b', [device]))).Devices, [
      {
        SerialNumber: 'S',
        ModelName: 'M',
        OemManufacturerName: 'Contoso',
        Policies: [{ Key: 'o_o_b_e', Value: '15a04610' }, { Key: 'none' }],
        Attributes: { ObjectType: 'Device' },
      },
    ]);
  });

  test('never has an empty list of policies', () => {
    assert.ok(!textOf(createBody('b', [{ ...documented, policies: [] }])).includes('Policies'));
  });

  test('keeps any name of a batch, as UTF-8', () => {
    const name = 'Büro "2"\\\n\u2028 漢 \u{1F4BB} \uD83D';
    assert.equal(JSON.parse(textOf(createBody(name, [documented]))).BatchId, name);
  });
});

suite('appendBody', () => {
  test('is a bare array, for one device too', () => {
    assert.equal(
      textOf(appendBody([{ serialNumber: 'S' }])),
      '[{"SerialNumber":"S","Attributes":{"ObjectType":"Device"}}]',
    );
  });

  test('keeps the order', () => {
    const body = textOf(appendBody([{ serialNumber: 'B' }, { serialNumber: 'A' }, { serialNumber: 'C' }]));
    assert.deepEqual(
      JSON.parse(body).map((device: { SerialNumber: string }) => device.SerialNumber),
      ['B', 'A', 'C'],
    );
  });
});

suite('the lengths', () => {
  const devices: readonly UploadDevice[] = [
    documented,
    { modelName: 'é漢\u{1F4BB}\uD83D"' },
    { hardwareHash: 'T0+/==' },
    { hardwareHash: 'é"' },
    {},
  ];
  const inside = devices.reduce((sum, device) => sum + deviceBytes(device), devices.length - 1);

  test('of a creating body are exact', () =>
    assert.equal(createBody('Bü"ro', devices).length, createFrameBytes('Bü"ro') + inside));
  test('of an appending body are exact', () => assert.equal(appendBody(devices).length, appendFrameBytes + inside));
});
