import { propertyAt } from '../propertyAt.ts';
import type { FixBase, FixMaker } from './fixMaker.ts';
import { removalOf } from './removalOf.ts';

export interface RemoveEmptyPoliciesFix extends FixBase {
  readonly kind: 'remove-empty-policies';
}

/** Removes an empty list of policies. */
export const removeEmptyPolicies: FixMaker<RemoveEmptyPoliciesFix> = function* (problem, { manifest }) {
  if (problem.code !== 'policies-empty') return;
  const located = propertyAt(manifest, problem.span.start);
  if (located === undefined) return;
  yield { kind: 'remove-empty-policies', edits: removalOf(manifest.text, located.owner, located.property) };
};
