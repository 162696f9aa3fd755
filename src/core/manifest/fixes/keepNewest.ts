import { evidenceOf, machineOf } from '../../rules/machine.ts';
import type { Machine } from '../../rules/machine.ts';
import type { Problem, ProblemOf } from '../problem.ts';
import type { FixBase, FixContext, FixMaker } from './fixMaker.ts';
import { removalOfDevices } from './removalOfDevices.ts';

export interface KeepNewestFix extends FixBase {
  readonly kind: 'keep-newest';
  /** Positions in `devices`, from 0. */
  readonly keptIndex: number;
  readonly removedIndex: number;
}

/** Of two hashes collected from one machine, keeps the device with the newer one. A product key alone proves no such thing. */
export const keepNewest: FixMaker<KeepNewestFix> = function* (problem, { manifest }) {
  if (!isCollectedTwice(problem)) return;
  const { deviceIndex, first, newer } = problem;
  const [keptIndex, removedIndex] = newer === 'device' ? [deviceIndex, first.index] : [first.index, deviceIndex];
  const edits = removalOfDevices(manifest, [removedIndex]);
  if (edits.length > 0) yield { kind: 'keep-newest', keptIndex, removedIndex, edits };
};

/** The positions of the devices that {@link keepNewest} removes if all but the newest collection of each machine are to go. */
export function olderCollections(problems: readonly Problem[], context: FixContext): readonly number[] {
  const machineAt = (index: number) =>
    context.manifest.devices.slice(index, index + 1).map(device => machineOf(device, context.hashOf(device)));
  const repeats = Map.groupBy(problems.filter(isCollectedTwice), ({ first }) => first.index);
  return [...repeats].flatMap(([firstIndex, problemsOfFirst]) =>
    olderOf([firstIndex, ...problemsOfFirst.map(({ deviceIndex }) => deviceIndex)].flatMap(machineAt)),
  );
}

function isCollectedTwice(problem: Problem): problem is ProblemOf<'duplicate-device'> {
  return problem.code === 'duplicate-device' && problem.newer !== undefined && problem.by !== 'product-key';
}

/** What repeats one device need not all be the same machine: its board may be known from only some of the hashes. */
function olderOf(machines: readonly Machine[]): readonly number[] {
  const kept: Machine[] = [];
  const older: number[] = [];
  for (const machine of machines.toSorted((a, b) => timeOf(b) - timeOf(a))) {
    if (kept.some(other => timeOf(other) > timeOf(machine) && isSameMachine(machine, other))) {
      older.push(machine.device.index);
    } else {
      kept.push(machine);
    }
  }
  return older;
}

function timeOf({ collectedAt }: Machine): number {
  return collectedAt ?? Number.NEGATIVE_INFINITY;
}

function isSameMachine(machine: Machine, other: Machine): boolean {
  const evidence = evidenceOf(machine, other);
  return evidence !== undefined && evidence.by !== 'product-key';
}
