import type { FixBase, FixMaker } from './fixMaker.ts';
import { removalOfDevice } from './removalOf.ts';

export interface KeepNewestFix extends FixBase {
  readonly kind: 'keep-newest';
  /** Positions in `devices`, from 0. */
  readonly keptIndex: number;
  readonly removedIndex: number;
}

/** Of two hashes collected from one machine, keeps the device with the newer one. A product key alone proves no such thing. */
export const keepNewest: FixMaker<KeepNewestFix> = function* (problem, { manifest }) {
  if (problem.code !== 'duplicate-device' || problem.newer === undefined || problem.by === 'product-key') return;
  const { deviceIndex, first, newer } = problem;
  const [keptIndex, removedIndex] = newer === 'device' ? [deviceIndex, first.index] : [first.index, deviceIndex];
  const device = manifest.devices[removedIndex];
  const edits = device && removalOfDevice(manifest, device);
  if (edits !== undefined) yield { kind: 'keep-newest', keptIndex, removedIndex, edits };
};
