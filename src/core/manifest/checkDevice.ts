import { decodeHardwareHash } from '../hash/decode.ts';
import type { HardwareHash } from '../hash/hardwareHash.ts';
import { type HashNoteProblem, notesOn } from '../rules/hashNote.ts';
import { hashRules, objectRules, shapeRules, textRules } from '../rules/rules.ts';
import type { Sha256 } from '../sha256.ts';
import { addAll } from './addAll.ts';
import type { DeviceCheckOptions } from './checkOptions.ts';
import { type Device, textField } from './manifest.ts';
import { deviceObjects } from './manifestObjects.ts';
import type { Problem } from './problem.ts';

/** What the rules say about one device, whatever the others are. */
export interface DeviceFindings {
  /** In the order of the rules. */
  readonly problems: readonly Problem[];
  readonly notes: readonly HashNoteProblem[];
}

/** Decodes the device's hardware hash; `undefined` where it has none. */
export function hashOfDevice(device: Device, sha256: Sha256): HardwareHash | undefined {
  const field = textField(device, 'hardwareHash');
  return field && decodeHardwareHash(field.text, sha256);
}

/** Runs the rules that are about one device. `hash` is its own. */
export function checkDevice(
  device: Device,
  hash: HardwareHash | undefined,
  options: DeviceCheckOptions,
): DeviceFindings {
  const problems: Problem[] = [];
  for (const object of deviceObjects(device)) {
    for (const rule of objectRules) addAll(problems, rule(object));
  }
  for (const rule of shapeRules) addAll(problems, rule(device, hash));
  const { problems: others, notes } = checkTextDevice(device, hash, options);
  addAll(problems, others);
  return { problems, notes };
}

/** The same for a device that has only text fields, each once. */
export function checkTextDevice(
  device: Device,
  hash: HardwareHash | undefined,
  { now }: DeviceCheckOptions,
): DeviceFindings {
  const problems: Problem[] = [];
  for (const rule of textRules) addAll(problems, rule(device, hash));
  for (const rule of hash ? hashRules[hash.is] : []) addAll(problems, rule(device, hash));
  return { problems, notes: notesOn(device, hash, now) };
}
