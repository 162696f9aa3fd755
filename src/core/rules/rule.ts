import type { HardwareHash } from '../hash/hardwareHash.ts';
import type { Device, Manifest } from '../manifest/manifest.ts';
import type { Severity } from '../manifest/severity.ts';
import type { Span } from '../manifest/span.ts';

/** What every problem has. Each rule's file extends it with the rule's code and the facts that its words need. */
export interface ProblemBase {
  readonly code: string;
  /** The value (or name, or brace) that the problem is about. */
  readonly span: Span;
  /** The default severity; the user's `deviceBatch.rules` may change it. */
  readonly severity: Severity;
}

export interface RuleContext {
  /** The device's hardware hash, decoded once for all rules; `undefined` where the device has none. */
  readonly hashOf: (device: Device) => HardwareHash | undefined;
  /** Milliseconds since 1970; without it nothing is "in the future" or "over a year ago". */
  readonly now: number | undefined;
  readonly maxDevicesPerRequest: number;
}

/**
 * A rule states facts: it yields problems, in reading order, and finds no words.
 *
 * Where it may find nothing for long it yields `undefined` in between, so that a host can do other things.
 */
export type Rule<P extends ProblemBase = ProblemBase> = (
  manifest: Manifest,
  context: RuleContext,
) => Iterable<P | undefined>;
