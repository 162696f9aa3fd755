import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { shortenedDevice } from '../../../src/core/upload/shortenedDevice.ts';
import type { UploadDevice } from '../../../src/core/upload/uploadDevice.ts';

function assertShortened(device: UploadDevice, shown: UploadDevice): void {
  assert.deepEqual(shortenedDevice(device), shown);
}

suite('shortenedDevice', () => {
  test('cuts a hash behind twelve characters', () =>
    assertShortened({ hardwareHash: 'T0FAQAEAHAAAAAo' }, { hardwareHash: 'T0FAQAEAHAAA…' }));
  test('leaves a hash of twelve as it is', () =>
    assertShortened({ hardwareHash: 'DummyHash123' }, { hardwareHash: 'DummyHash123' }));
  test('leaves the last four of a product key', () =>
    assertShortened({ productKey: '00329-00000-0003-AA606' }, { productKey: '…A606' }));
  test('leaves nothing of a short one', () => assertShortened({ productKey: '1234' }, { productKey: '…' }));
  test('leaves everything else', () => {
    const device = { serialNumber: 'S'.repeat(50), modelName: 'M', policies: [{ key: 'o_o_b_e', value: 'v' }] };
    assertShortened(device, device);
  });
});
