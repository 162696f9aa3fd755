import type { HardwareHash } from '../hash/hardwareHash.ts';
import type { Device, ManifestFrame } from '../manifest/manifest.ts';
import type { ManifestObject } from '../manifest/manifestObjects.ts';
import type { Severity } from '../manifest/severity.ts';
import type { Span } from '../manifest/span.ts';
import type { Repeat } from './findRepeats.ts';
import type { HashNoteProblem } from './hashNote.ts';

/**
 * What every problem has. Each rule's file extends it with the rule's code and the facts that its words need; of the text they hold
 * copies only (`ownText`).
 */
export interface ProblemBase {
  readonly code: string;
  /** The value (or name, or brace) that the problem is about. */
  readonly span: Span;
  /** The default severity; the user's `deviceBatch.rules` may change it. */
  readonly severity: Severity;
}

/**
 * A rule states facts: it yields problems, in reading order, and finds no words. This kind is about the batch itself, not
 * about its devices.
 */
export type BatchRule<P extends ProblemBase = ProblemBase> = (manifest: ManifestFrame) => Iterable<P>;

/** A rule about the properties of an object, whatever its place. */
export type ObjectRule<P extends ProblemBase = ProblemBase> = (object: ManifestObject) => Iterable<P>;

/** A rule about one device, whatever the others are. `hash` is its hardware hash; `undefined` where it has none. */
export type DeviceRule<P extends ProblemBase = ProblemBase> = (
  device: Device,
  hash: HardwareHash | undefined,
) => Iterable<P>;

/** A rule about how many devices there are, or about what they have in common. */
export type CrossRule<P extends ProblemBase = ProblemBase> = (batch: CrossFacts) => Iterable<P>;

/** What the devices of a batch are together. */
export interface CrossFacts {
  /** Where to say what is about all devices. */
  readonly span: Span;
  readonly deviceCount: number;
  readonly maxDevicesPerRequest: number;
  readonly notes: readonly HashNoteProblem[];
  readonly repeats: readonly Repeat[];
}
