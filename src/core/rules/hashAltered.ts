import type { HashAlteration } from '../hash/hardwareHash.ts';
import { hashedDevices } from './hashedDevices.ts';
import type { ProblemBase, Rule } from './rule.ts';

export interface HashAlteredProblem extends ProblemBase {
  readonly code: 'hash-altered';
  /** At least one. */
  readonly alterations: readonly HashAlteration[];
}

/** A 4K hash that can be read whole, but is not as it was collected. */
export const hashAltered: Rule<HashAlteredProblem> = function* (manifest, context) {
  for (const { field, hash } of hashedDevices(manifest, context, 'altered')) {
    yield { code: 'hash-altered', span: field.span, severity: 'warning', alterations: hash.alterations };
  }
};
