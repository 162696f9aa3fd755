import type { Sha256 } from '../sha256.ts';
import { drain } from './drain.ts';
import { ManifestIndex } from './manifestIndex.ts';
import type { Problem } from './problem.ts';
import type { ManifestLanguage } from './readManifest.ts';
import type { TextSource } from './textSource.ts';

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
export type Check = Pick<ManifestIndex, 'manifest' | 'problems' | 'hashOf' | 'sha256'>;

/**
 * Returns every problem of a manifest, in reading order, with default severities; however broken the text is.
 *
 * Never throws.
 */
export function validate(text: string, options: ValidateOptions): readonly Problem[] {
  return drain(checkInSteps(text, options)).problems;
}

/**
 * {@link validate}, with all that is known of the manifest, and with pauses of a few milliseconds' work that let a host do other things.
 * `source` is where the text is to be had later; without it the text itself is kept.
 */
export function checkInSteps(
  text: string,
  options: ValidateOptions,
  source?: TextSource,
): Generator<void, ManifestIndex> {
  return ManifestIndex.read(text, options, source);
}
