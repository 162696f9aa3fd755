import { decodeHardwareHash } from '../core/hash/decode.ts';
import { type DeviceIdentity, identityOf } from '../core/upload/deviceIdentity.ts';
import type { UploadDevice } from '../core/upload/uploadDevice.ts';
import { devicePrint } from './devicePrint.ts';
import type { UploadPorts } from './uploadPorts.ts';
import type { Part, RecordedDevice, UploadRecord } from './uploadRecord.ts';

/** How many hashes are opened at a time, which takes a few milliseconds. */
const slice = 50;

/**
 * What is recorded of devices, in their order. Hashes are opened a few at a time, so that the editor stays responsive.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function recordedDevicesOf(
  devices: readonly UploadDevice[],
  { sha256, clock }: Pick<UploadPorts, 'sha256' | 'clock'>,
  signal: AbortSignal,
): Promise<readonly RecordedDevice[]> {
  const recorded: RecordedDevice[] = [];
  for (const device of devices) {
    if (recorded.length % slice === slice - 1) {
      await clock.sleep(0, signal);
    }
    const { hardwareHash } = device;
    const hash = hardwareHash === undefined ? undefined : decodeHardwareHash(hardwareHash, sha256);
    const { serialNumber, hashSerialNumber } = identityOf(device, hash);
    recorded.push({ serialNumber, hashSerialNumber, print: devicePrint(device, sha256) });
  }
  return recorded;
}

/** The identities of a part's devices; `sent` are all devices of the upload, if they are at hand. */
export function partIdentities(
  { devices }: UploadRecord,
  { first, count }: Part,
  sent: readonly UploadDevice[] | undefined,
): readonly DeviceIdentity[] {
  return devices.slice(first, first + count).map(({ serialNumber, hashSerialNumber }, place) => ({
    serialNumber,
    hashSerialNumber,
    productKey: sent?.[first + place]?.productKey,
  }));
}
