import type { DeviceIdentity } from '../core/upload/deviceIdentity.ts';
import type { UploadDevice } from '../core/upload/uploadDevice.ts';
import { devicePrint } from './devicePrint.ts';
import type { UploadPorts } from './uploadPorts.ts';
import type { Part, RecordedDevice, UploadRecord } from './uploadRecord.ts';
import type { UploadOrder } from './uploads.ts';

/** How long devices are looked at before others get a turn. */
const sliceMs = 8;

/**
 * What is recorded of devices, in their order. It takes turns with others, so that the editor stays responsive.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function recordedDevicesOf(
  { devices, identities }: Pick<UploadOrder, 'devices' | 'identities'>,
  { sha256, clock }: Pick<UploadPorts, 'sha256' | 'clock'>,
  signal: AbortSignal,
): Promise<readonly RecordedDevice[]> {
  const recorded: RecordedDevice[] = [];
  let turn = clock.now();
  for (const [index, device] of devices.entries()) {
    if (clock.now() - turn >= sliceMs) {
      await clock.sleep(0, signal);
      turn = clock.now();
    }
    const { serialNumber } = device;
    const hashSerialNumber = identities[index]?.hashSerialNumber;
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
