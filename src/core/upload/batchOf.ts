import { readGuid } from '../guid.ts';
import { drain } from '../manifest/drain.ts';
import {
  type Device,
  type DeviceTextField,
  type Manifest,
  type PolicyEntry,
  type TextField,
  deviceTextFields,
  textField,
} from '../manifest/manifest.ts';
import { mapInSteps } from '../mapInSteps.ts';
import { plain } from './plainDevices.ts';
import type { DevicePolicy, UploadDevice } from './uploadDevice.ts';

/** What a manifest asks to upload. */
export interface DeviceBatch {
  /** As written, blanks and case included: it becomes the group tag of the devices. */
  readonly batchId: string;
  /** The customer the manifest is pinned to; `undefined` if it names none. */
  readonly customerId: string | undefined;
  /** In the manifest's order. */
  readonly devices: readonly UploadDevice[];
}

/** How many devices are read between two pauses. */
const devicesPerStep = 64;

/** {@link batchInSteps} without a pause. */
export function batchOf(manifest: Manifest): DeviceBatch | undefined {
  return drain(batchInSteps(manifest));
}

/**
 * Reads what to upload out of a manifest that passed the upload gate, with pauses that let a host do other things.
 *
 * Returns `undefined` for a manifest that the gate would have stopped because it cannot be read whole, or has no batch id,
 * no devices, or a customer id that is none.
 */
export function* batchInSteps(manifest: Manifest): Generator<void, DeviceBatch | undefined> {
  const { batchId, customerId, devices, syntaxFaults, strays } = manifest;
  // Devices that a syntax fault touches are missing: what is left must not be taken for the batch.
  if (syntaxFaults.length + strays.length > 0 || devices.length === 0) {
    return undefined;
  }
  if (batchId?.is !== 'text' || customerId?.is === 'mistyped') {
    return undefined;
  }
  const pinned = customerId?.is === 'text' ? readGuid(customerId.text) : undefined;
  if (customerId?.is === 'text' && pinned === undefined) {
    return undefined;
  }
  const sent = yield* mapInSteps(devices, devicesPerStep, uploadDeviceOf);
  return { batchId: batchId.raw, customerId: pinned, devices: sent };
}

/** One device of the manifest as it is sent. */
export function uploadDeviceOf(device: Device): UploadDevice {
  const texts: Partial<Record<DeviceTextField, string>> = {};
  let isPlain = true;
  for (const name of deviceTextFields) {
    const field = textField(device, name);
    if (field !== undefined) {
      texts[name] = field.raw;
      isPlain &&= needsNoEscape(field);
    }
  }
  const policies = device.policyEntries.flatMap(policyOf);
  const sent = policies.length > 0 ? { ...texts, policies } : texts;
  return isPlain ? plain(sent) : sent;
}

/** Every escape is longer than what it stands for. Only of half a character JSON has to make one that the manifest has not. */
function needsNoEscape({ span, raw }: TextField): boolean {
  return span.end - span.start === raw.length + 2 && raw.isWellFormed();
}

function policyOf({ key, value }: PolicyEntry): readonly DevicePolicy[] {
  return key?.is === 'text' ? [{ key: key.raw, value: value?.is === 'text' ? value.raw : undefined }] : [];
}
