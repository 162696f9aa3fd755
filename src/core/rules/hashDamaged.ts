import type { HashDamage } from '../hash/hardwareHash.ts';
import { hashSpan } from './hashSpan.ts';
import type { DeviceRule, ProblemBase } from './rule.ts';

export interface HashDamagedProblem extends ProblemBase {
  readonly code: 'hash-damaged';
  readonly damage: HashDamage;
}

/** A 4K hash that can no longer be read: foreign characters, a length that no padding mends, or its end cut off. */
export const hashDamaged: DeviceRule<HashDamagedProblem> = function* (device, hash) {
  if (hash?.is !== 'damaged') return;
  yield { code: 'hash-damaged', span: hashSpan(device), severity: 'error', damage: hash.damage };
};
