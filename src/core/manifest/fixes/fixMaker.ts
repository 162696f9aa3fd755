import type { HardwareHash } from '../../hash/hardwareHash.ts';
import type { Sha256 } from '../../sha256.ts';
import type { Device, Manifest } from '../manifest.ts';
import type { Problem } from '../problem.ts';
import type { TextEdit } from '../textEdit.ts';

/** What every fix has. Each kind's file extends it with its kind and the facts that its words need. */
export interface FixBase {
  readonly kind: string;
  readonly edits: readonly TextEdit[];
}

/** What a fix may look at beside the problem. */
export interface FixContext {
  readonly manifest: Manifest;
  /** The device's hardware hash, decoded; `undefined` where it has none. */
  readonly hashOf: (device: Device) => HardwareHash | undefined;
  readonly sha256: Sha256;
}

/** Finds the certain fixes of one kind for a problem: after one the manifest can still be read, and that fault is gone. */
export type FixMaker<F extends FixBase = FixBase> = (problem: Problem, context: FixContext) => Iterable<F>;
