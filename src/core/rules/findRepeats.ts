import type { Span } from '../manifest/span.ts';
import { evidenceOf } from './machine.ts';
import type { Evidence, Machine } from './machine.ts';
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

/** How many machines are compared between two pauses. */
const machinesPerStep = 64;

/**
 * Finds every machine that stands in the batch before, in one pass however many there are. Pauses now and then.
 *
 * A device that has a duplicate before it is no repaired one, so that each comes once at most.
 *
 * @param machines in the order of their devices; those that share no mark (`marks.ts`) with another need not be among them.
 */
export function* findRepeats(machines: Iterable<Machine>): Generator<void, readonly Repeat[]> {
  const seen = new SeenMachines();
  const repeats: Repeat[] = [];
  let compared = 0;
  for (const machine of machines) {
    const first = seen.earliest(machine);
    if (first !== undefined) repeats.push(repeatOf(machine, first));
    seen.add(machine);
    compared += 1;
    if (compared % machinesPerStep === 0) yield;
  }
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
