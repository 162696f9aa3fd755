import { deviceTextFields, textField } from '../manifest.ts';
import type { Device, DeviceTextField } from '../manifest.ts';
import type { FixBase, FixMaker } from './fixMaker.ts';
import { removalOfDevices } from './removalOfDevices.ts';

export interface RemoveDuplicateFix extends FixBase {
  readonly kind: 'remove-duplicate';
  /** Positions in `devices`, from 0. */
  readonly keptIndex: number;
  readonly removedIndex: number;
}

/** Removes a device that has the same hash as one before it, and says nothing that the other does not say. */
export const removeDuplicate: FixMaker<RemoveDuplicateFix> = function* (problem, { manifest }) {
  if (problem.code !== 'duplicate-device' || problem.by !== 'hash-text') return;
  const [device, first] = [manifest.devices[problem.deviceIndex], manifest.devices[problem.first.index]];
  if (device === undefined || first === undefined || !saysNoMore(device, first)) return;
  const edits = removalOfDevices(manifest, [device.index]);
  if (edits.length > 0) yield { kind: 'remove-duplicate', keptIndex: first.index, removedIndex: device.index, edits };
};

function saysNoMore(device: Device, first: Device): boolean {
  const repeats = (name: DeviceTextField): boolean => {
    const field = device.fields[name];
    if (field === undefined || field.is === 'absent' || name === 'hardwareHash') return true;
    return field.is === 'text' && field.text === textField(first, name)?.text;
  };
  return device.policyEntries.length === 0 && deviceTextFields.every(repeats);
}
