import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { DeviceIdentity } from '../../../src/core/upload/deviceIdentity.ts';
import type { ListedDevice } from '../../../src/core/upload/listedDevice.ts';
import { type Presence, presenceOf } from '../../../src/core/upload/presence.ts';

/** Asserts where one device stands. */
function assertPresence(device: DeviceIdentity, listed: readonly ListedDevice[], presence: Presence) {
  assert.deepEqual(presenceOf([device], listed), [presence]);
}

suite('presenceOf', () => {
  test('finds a serial number', () => assertPresence({ serialNumber: 'S1' }, [{ serialNumber: 's1 ' }], 'listed'));
  test('finds a product key', () => assertPresence({ productKey: 'K1' }, [{ productKey: 'K1' }], 'listed'));
  test('finds the serial number inside the hash', () =>
    assertPresence({ hashSerialNumber: 'S1' }, [{ serialNumber: 'S1' }], 'listed'));
  test('finds either of two ids', () =>
    assertPresence({ serialNumber: 'S1', productKey: 'K1' }, [{ serialNumber: 'S9', productKey: 'K1' }], 'listed'));
  test('misses a device', () => assertPresence({ serialNumber: 'S1' }, [{ serialNumber: 'S2' }], 'not-listed'));
  test('misses a device in an empty list', () => assertPresence({ serialNumber: 'S1' }, [], 'not-listed'));
  test('cannot tell of a device without ids', () => assertPresence({}, [{ serialNumber: 'S2' }], 'untold'));
  test('cannot tell where listed devices have none', () =>
    assertPresence({ serialNumber: 'S1' }, [{ id: 'x' }], 'untold'));
  test('takes a placeholder for no id', () =>
    assertPresence({ serialNumber: 'Default string' }, [{ serialNumber: 'Default string' }], 'untold'));
  test('takes a generic product key for no id', () =>
    assertPresence({ productKey: '3308000000000' }, [{ productKey: '3308000000000' }], 'untold'));
  test('takes blanks for no id', () => assertPresence({ serialNumber: ' ' }, [{ serialNumber: ' ' }], 'untold'));
});
