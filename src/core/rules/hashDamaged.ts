import type { HashDamage } from '../hash/hardwareHash.ts';
import { hashedDevices } from './hashedDevices.ts';
import type { ProblemBase, Rule } from './rule.ts';

export interface HashDamagedProblem extends ProblemBase {
  readonly code: 'hash-damaged';
  readonly damage: HashDamage;
}

/** A 4K hash that can no longer be read: foreign characters, a length that no padding mends, or its end cut off. */
export const hashDamaged: Rule<HashDamagedProblem> = function* (manifest, context) {
  for (const { field, hash } of hashedDevices(manifest, context, 'damaged')) {
    yield { code: 'hash-damaged', span: field.span, severity: 'error', damage: hash.damage };
  }
};
