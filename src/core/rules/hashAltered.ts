import type { HashAlteration } from '../hash/hardwareHash.ts';
import { hashSpan } from './hashSpan.ts';
import type { DeviceRule, ProblemBase } from './rule.ts';

export interface HashAlteredProblem extends ProblemBase {
  readonly code: 'hash-altered';
  /** At least one. */
  readonly alterations: readonly HashAlteration[];
}

/** A 4K hash that can be read whole, but is not as it was collected. */
export const hashAltered: DeviceRule<HashAlteredProblem> = function* (device, hash) {
  if (hash?.is !== 'altered') return;
  yield { code: 'hash-altered', span: hashSpan(device), severity: 'warning', alterations: hash.alterations };
};
