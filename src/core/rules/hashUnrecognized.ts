import { hashedDevices } from './hashedDevices.ts';
import type { ProblemBase, Rule } from './rule.ts';

export interface HashUnrecognizedProblem extends ProblemBase {
  readonly code: 'hash-unrecognized';
}

/** Text in the place of a hash that is not laid out as a 4K hash: its first characters lost, a dummy, something else. */
export const hashUnrecognized: Rule<HashUnrecognizedProblem> = function* (manifest, context) {
  for (const { field } of hashedDevices(manifest, context, 'unrecognized')) {
    yield { code: 'hash-unrecognized', span: field.span, severity: 'warning' };
  }
};
