import type { HardwareHash } from '../hash/hardwareHash.ts';
import { findRepeats } from '../rules/findRepeats.ts';
import type { CrossFacts } from '../rules/rule.ts';
import { batchRules, crossRules, objectRules } from '../rules/rules.ts';
import type { Sha256 } from '../sha256.ts';
import { type CheckedDevice, checkDevice } from './checkDevice.ts';
import { drain } from './drain.ts';
import type { Device, Manifest } from './manifest.ts';
import { rootObjects } from './manifestObjects.ts';
import type { Problem } from './problem.ts';
import { type ManifestLanguage, readManifestInSteps } from './readManifest.ts';

export interface ValidateOptions {
  /** `jsonc` allows comments and trailing commas. */
  readonly language: ManifestLanguage;
  readonly sha256: Sha256;
  /** Milliseconds since 1970; without it nothing is "in the future" or "over a year ago". */
  readonly now?: number;
  /** 500 if not given. */
  readonly maxDevicesPerRequest?: number;
}

/** A manifest and all that is known of it. */
export interface Check {
  readonly manifest: Manifest;
  /** Every problem the upload gate would list, in reading order. */
  readonly problems: readonly Problem[];
  /** The device's hardware hash, decoded; `undefined` where it has none. */
  readonly hashOf: (device: Device) => HardwareHash | undefined;
  /** What the hashes were verified with, for fixes that verify others. */
  readonly sha256: Sha256;
}

/**
 * Returns every problem of a manifest, in reading order, with default severities; however broken the text is.
 *
 * Never throws.
 */
export function validate(text: string, options: ValidateOptions): readonly Problem[] {
  return drain(checkInSteps(text, options)).problems;
}

/** {@link validate}, with the manifest it read, and with pauses of a few milliseconds' work that let a host do other things. */
export function* checkInSteps(text: string, options: ValidateOptions): Generator<void, Check> {
  const manifest = yield* readManifestInSteps(text, options.language);
  const devices: CheckedDevice[] = [];
  for (const device of manifest.devices) {
    devices.push(checkDevice(device, options));
    if (devices.length % devicesPerStep === 0) yield;
  }
  const hashes = new Map(devices.map(({ device, hash }) => [device.index, hash]));
  const problems = [
    ...batchProblems(manifest),
    ...devices.flatMap(device => device.problems),
    ...crossProblems(manifest, {
      notes: devices.flatMap(({ notes }) => notes),
      repeats: yield* findRepeats(devices.map(({ machine }) => machine)),
      maxDevicesPerRequest: options.maxDevicesPerRequest ?? 500,
    }),
  ];
  return {
    manifest,
    problems: problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    hashOf: ({ index }) => hashes.get(index),
    sha256: options.sha256,
  };
}

/** How many devices are checked between two pauses. */
const devicesPerStep = 16;

function batchProblems(manifest: Manifest): readonly Problem[] {
  const objects = rootObjects(manifest);
  return [
    ...batchRules.flatMap(rule => [...rule(manifest)]),
    ...objectRules.flatMap(rule => objects.flatMap(object => [...rule(object)])),
  ];
}

function crossProblems(
  { devicesProperty, span, deviceCount }: Manifest,
  facts: Pick<CrossFacts, 'notes' | 'repeats' | 'maxDevicesPerRequest'>,
): readonly Problem[] {
  const all = { span: devicesProperty?.nameSpan ?? span, deviceCount, ...facts };
  return crossRules.flatMap(rule => [...rule(all)]);
}
