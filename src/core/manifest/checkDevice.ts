import { decodeHardwareHash } from '../hash/decode.ts';
import type { HardwareHash } from '../hash/hardwareHash.ts';
import { type HashNoteProblem, notesOn } from '../rules/hashNote.ts';
import { objectRules, shapeRules, textRules } from '../rules/rules.ts';
import type { DeviceRule } from '../rules/rule.ts';
import type { Sha256 } from '../sha256.ts';
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
  { now }: DeviceCheckOptions,
): DeviceFindings {
  const problems: Problem[] = [];
  // A device can have more problems than a call takes arguments.
  for (const object of deviceObjects(device)) {
    for (const rule of objectRules) for (const problem of rule(object)) problems.push(problem);
  }
  collect(problems, shapeRules, device, hash);
  collect(problems, textRules, device, hash);
  return { problems, notes: notesOn(device, hash, now) };
}

/** The same for a device that has only text fields, each once. */
export function checkTextDevice(
  device: Device,
  hash: HardwareHash | undefined,
  { now }: DeviceCheckOptions,
): DeviceFindings {
  const problems: Problem[] = [];
  collect(problems, textRules, device, hash);
  return { problems, notes: notesOn(device, hash, now) };
}

function collect(
  problems: Problem[],
  rules: readonly DeviceRule<Problem>[],
  device: Device,
  hash: HardwareHash | undefined,
): void {
  for (const rule of rules) {
    for (const problem of rule(device, hash)) problems.push(problem);
  }
}
