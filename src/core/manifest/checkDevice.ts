import { decodeHardwareHash } from '../hash/decode.ts';
import type { HardwareHash } from '../hash/hardwareHash.ts';
import { type HashNoteProblem, notesOn } from '../rules/hashNote.ts';
import { type Machine, machineOf } from '../rules/machine.ts';
import { deviceRules, objectRules } from '../rules/rules.ts';
import type { Sha256 } from '../sha256.ts';
import { type Device, textField } from './manifest.ts';
import { deviceObjects } from './manifestObjects.ts';
import type { Problem } from './problem.ts';

/** A device and all that is known of it whatever the others are. */
export interface CheckedDevice {
  readonly device: Device;
  /** `undefined` where it has none. */
  readonly hash: HardwareHash | undefined;
  /** In the order of the rules. */
  readonly problems: readonly Problem[];
  readonly notes: readonly HashNoteProblem[];
  readonly machine: Machine;
}

export interface DeviceCheckOptions {
  readonly sha256: Sha256;
  /** Milliseconds since 1970; without it nothing is "in the future" or "over a year ago". */
  readonly now?: number | undefined;
}

/** Decodes the device's hash and runs the rules that are about one device. */
export function checkDevice(device: Device, { sha256, now }: DeviceCheckOptions): CheckedDevice {
  const field = textField(device, 'hardwareHash');
  const hash = field && decodeHardwareHash(field.text, sha256);
  const objects = deviceObjects(device);
  // A device can have more problems than a call takes arguments.
  const problems = [
    ...objectRules.flatMap(rule => objects.flatMap(object => [...rule(object)])),
    ...deviceRules.flatMap(rule => [...rule(device, hash)]),
  ];
  return { device, hash, problems, notes: notesOn(device, hash, now), machine: machineOf(device, hash) };
}
