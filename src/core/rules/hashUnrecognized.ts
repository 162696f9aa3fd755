import { hashSpan } from './hashSpan.ts';
import type { DeviceRule, ProblemBase } from './rule.ts';

export interface HashUnrecognizedProblem extends ProblemBase {
  readonly code: 'hash-unrecognized';
}

/** Text in the place of a hash that is not laid out as a 4K hash: its first characters lost, a dummy, something else. */
export const hashUnrecognized: DeviceRule<HashUnrecognizedProblem> = function* (device, hash) {
  if (hash?.is === 'unrecognized') yield { code: 'hash-unrecognized', span: hashSpan(device), severity: 'warning' };
};
