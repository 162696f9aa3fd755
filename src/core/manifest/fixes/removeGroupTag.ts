import { propertyAt } from '../propertyAt.ts';
import { canMoveGroupTag } from './moveGroupTag.ts';
import type { FixBase, FixMaker } from './fixMaker.ts';
import { removalOf } from './removalOf.ts';

export interface RemoveGroupTagFix extends FixBase {
  readonly kind: 'remove-group-tag';
  readonly name: string;
}

/** Removes a group tag that cannot become the batch id. */
export const removeGroupTag: FixMaker<RemoveGroupTagFix> = function* (problem, { manifest }) {
  if (problem.code !== 'group-tag' || canMoveGroupTag(problem, manifest)) return;
  const located = propertyAt(manifest, problem.span.start);
  if (located === undefined) return;
  const edits = removalOf(manifest.text, located.owner, located.property);
  yield { kind: 'remove-group-tag', name: problem.name, edits };
};
