import type { UploadDevice } from './uploadDevice.ts';

/** They are known by identity: a changed copy is another device, of which nothing is known. */
const plainDevices = new WeakSet<UploadDevice>();

/** Notes that JSON writes each text of a device, its policies aside, as it is, with quotes around it. Returns the device. */
export function plain(device: UploadDevice): UploadDevice {
  plainDevices.add(device);
  return device;
}

/** Whether that was noted of the device: looking for what has to be escaped would cost more than all else about a body. */
export function isPlain(device: UploadDevice): boolean {
  return plainDevices.has(device);
}
