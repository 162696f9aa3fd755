import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { deviceTextFields } from '../../../src/core/manifest/manifest.ts';
import { readManifest } from '../../../src/core/manifest/readManifest.ts';
import { batchOf } from '../../../src/core/upload/batchOf.ts';
import {
  appendBody,
  appendFrameBytes,
  createBody,
  createFrameBytes,
  deviceBytes,
  deviceJson,
} from '../../../src/core/upload/requestBody.ts';
import { shortenedDevice } from '../../../src/core/upload/shortenedDevice.ts';
import type { UploadDevice } from '../../../src/core/upload/uploadDevice.ts';
import { Random, rounds } from '../../support/random.ts';

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

suite('any devices', () => {
  test('are sent as JSON.stringify writes them', () =>
    eachRandomBatch(({ batchId, devices }) => {
      assertBytes(createBody(batchId, devices), writtenBody(batchId, devices));
      assertBytes(appendBody(devices), JSON.stringify(devices.map(written)));
    }));

  test('are as long as was said before', () =>
    eachRandomBatch(({ devices }) => {
      for (const device of devices) {
        assert.equal(deviceBytes(device), new TextEncoder().encode(JSON.stringify(written(device))).length);
      }
    }));

  test('are JSON where they are shortened, too', () =>
    eachRandomBatch(({ devices }) => {
      for (const device of devices.map(shortenedDevice)) {
        assert.equal(deviceJson(device), JSON.stringify(written(device)));
      }
    }));
});

/** Batches as a manifest asks for them, and the same as plain data, of which nobody knows how it was written. */
function eachRandomBatch(check: (batch: { batchId: string; devices: readonly UploadDevice[] }) => void) {
  const random = new Random(7);
  for (let round = 0; round < rounds(120); round++) {
    const batchId = `b${randomText(random)}`;
    const devices = Array.from({ length: 1 + random.below(4) }, () => randomDevice(random));
    check({ batchId, devices });
    const read = batchOf(readManifest(spelled({ batchId, devices }, random), 'jsonc')) ?? assert.fail('no batch');
    assert.equal(read.batchId, batchId);
    check(read);
  }
}

function randomDevice(random: Random): UploadDevice {
  const texts = deviceTextFields
    .filter(() => random.below(3) > 0)
    .map(name => [name, randomText(random).repeat(name === 'hardwareHash' ? random.pick([1, 200]) : 1)]);
  const policies = Array.from({ length: random.below(3) }, () => ({
    key: randomText(random),
    value: random.below(3) > 0 ? randomText(random) : undefined,
  }));
  return { ...Object.fromEntries(texts), ...(policies.length > 0 && { policies }) };
}

const ordinary = ['a', 'Z', '0', '+', '/', '=', ' ', 'T0E'];
const odd = [
  '"',
  '\\',
  '\n',
  '\t',
  '\0',
  '\u001F',
  '\u007F',
  '\u2028',
  'é',
  'ÿ',
  '漢',
  '\u{1F4BB}',
  '\uD83D',
  '\uDE00',
  '\\u0041',
];

/** Now and then nothing but what JSON writes as it is; sometimes absent. */
function randomText(random: Random): string {
  const choices = random.pick([ordinary, ordinary, ['é', ...ordinary], ['漢', ...ordinary], [...ordinary, ...odd]]);
  return Array.from({ length: random.below(20) }, () => random.pick(choices)).join('');
}

/** A manifest whose texts are escaped as they must be, less, as an editor lets them be, or more. */
function spelled(manifest: unknown, random: Random): string {
  const more = random.pick([0, 0, 0.01, 0.5]);
  return JSON.stringify(manifest, null, random.below(3))
    .replaceAll(/\\u(d[89a-f]..)/g, (escape, code) =>
      random.below(2) ? escape : String.fromCharCode(parseInt(code, 16)),
    )
    .replaceAll(/[Z漢é+]/g, letter => (random.next() < more ? escaped(letter) : letter));
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function written(device: UploadDevice): unknown {
  return {
    SerialNumber: device.serialNumber,
    ProductKey: device.productKey,
    HardwareHash: device.hardwareHash,
    ModelName: device.modelName,
    OemManufacturerName: device.oemManufacturerName,
    Policies: device.policies?.length
      ? device.policies.map(({ key, value }) => ({ Key: key, Value: value }))
      : undefined,
    Attributes: { ObjectType: 'Device' },
  };
}

function writtenBody(batchId: string, devices: readonly UploadDevice[]): string {
  const attributes = { ObjectType: 'DeviceBatchCreationRequest' };
  return JSON.stringify({ BatchId: batchId, Devices: devices.map(written), Attributes: attributes });
}

function assertBytes(body: Uint8Array, text: string) {
  assert.deepEqual(body, new TextEncoder().encode(text));
}
