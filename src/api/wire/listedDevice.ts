import type { ListedDevice } from '../../core/upload/listedDevice.ts';
import { WireObject } from './wireObject.ts';

/** Decodes a Device of a batch's list; `undefined` if the value is no object. */
export function listedDeviceOf(value: unknown): ListedDevice | undefined {
  const device = WireObject.of(value);
  return (
    device && {
      id: device.text('id'),
      serialNumber: device.text('serialNumber'),
      productKey: device.text('productKey'),
      oemManufacturerName: device.text('oemManufacturerName'),
      modelName: device.text('modelName'),
      uploadedAt: device.time('uploadedDate'),
    }
  );
}
