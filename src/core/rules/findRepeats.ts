import type { Manifest } from '../manifest/manifest.ts';
import type { Span } from '../manifest/span.ts';
import { evidenceOf, machineOf } from './machine.ts';
import type { Evidence, Machine } from './machine.ts';
import type { RuleContext } from './rule.ts';
import { SeenMachines } from './seenMachines.ts';

/** A device whose machine stands in the batch before. */
export interface Repeat {
  /** `undefined` where serial number and maker agree, but the boards differ. */
  readonly evidence: Evidence | undefined;
  readonly device: RepeatedDevice;
  /** The earliest device that is the same machine. */
  readonly first: RepeatedDevice;
  /** Which of the two hashes was collected later; `undefined` where a time is unknown or both are the same. */
  readonly newer: 'device' | 'first' | undefined;
}

export interface RepeatedDevice {
  readonly index: number;
  /** The value that agrees with the other's. */
  readonly span: Span;
}

const repeatsOf = new WeakMap<Manifest, readonly Repeat[]>();

/** How many devices are compared between two pauses. */
const devicesPerStep = 256;

/**
 * Finds every device whose machine stands in the batch before, in one pass however many there are, and only once for a manifest.
 * Pauses now and then.
 *
 * A device that has a duplicate before it is no repaired one, so that each comes once at most.
 */
export function* findRepeats(manifest: Manifest, context: RuleContext): Generator<undefined, readonly Repeat[]> {
  const known = repeatsOf.get(manifest);
  if (known !== undefined) return known;
  const seen = new SeenMachines();
  const repeats: Repeat[] = [];
  for (const device of manifest.devices) {
    const machine = machineOf(device, context);
    const first = seen.earliest(machine);
    if (first !== undefined) repeats.push(repeatOf(machine, first));
    seen.add(machine);
    if (device.index % devicesPerStep === 0) yield;
  }
  repeatsOf.set(manifest, repeats);
  return repeats;
}

function repeatOf(machine: Machine, first: Machine): Repeat {
  const evidence = evidenceOf(machine, first);
  return {
    evidence,
    device: { index: machine.device.index, span: spanOf(machine, evidence) },
    first: { index: first.device.index, span: spanOf(first, evidenceOf(first, machine)) },
    newer: newerOf(machine.collectedAt, first.collectedAt),
  };
}

/** Boards are known from hashes only. */
function spanOf({ device }: Machine, evidence: Evidence | undefined): Span {
  return device.fields[evidence?.field ?? 'hardwareHash']?.span ?? device.span;
}

function newerOf(deviceTime: number | undefined, firstTime: number | undefined): Repeat['newer'] {
  if (deviceTime === undefined || firstTime === undefined || deviceTime === firstTime) return undefined;
  return deviceTime > firstTime ? 'device' : 'first';
}
