import { decodeHardwareHash } from '../hash/decode.ts';
import type { HardwareHash } from '../hash/hardwareHash.ts';
import type { RuleContext } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';
import type { Sha256 } from '../sha256.ts';
import { drain } from './drain.ts';
import { type Device, type Manifest, textField } from './manifest.ts';
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
  const hashes = yield* decodeHashes(manifest, options.sha256);
  const hashOf = (device: Device): HardwareHash | undefined => hashes.get(device);
  const problems = yield* findProblems(manifest, {
    hashOf,
    now: options.now,
    maxDevicesPerRequest: options.maxDevicesPerRequest ?? 500,
  });
  return { manifest, problems, hashOf, sha256: options.sha256 };
}

/** How many hashes are decoded between two pauses. */
const hashesPerStep = 32;

function* decodeHashes(manifest: Manifest, sha256: Sha256): Generator<void, ReadonlyMap<Device, HardwareHash>> {
  const hashes = new Map<Device, HardwareHash>();
  for (const device of manifest.devices) {
    const field = textField(device, 'hardwareHash');
    if (field === undefined) continue;
    hashes.set(device, decodeHardwareHash(field.text, sha256));
    if (hashes.size % hashesPerStep === 0) yield;
  }
  return hashes;
}

function* findProblems(manifest: Manifest, context: RuleContext): Generator<void, readonly Problem[]> {
  const problems: Problem[] = [];
  for (const rule of rules) {
    for (const problem of rule(manifest, context)) {
      if (problem === undefined) yield;
      else problems.push(problem);
    }
    yield;
  }
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
