import type { Fix } from './fixes/fix.ts';
import type { FixContext, FixMaker } from './fixes/fixMaker.ts';
import { moveGroupTag } from './fixes/moveGroupTag.ts';
import { plainCustomerId } from './fixes/plainCustomerId.ts';
import { quoteValue } from './fixes/quoteValue.ts';
import { removeEmptyPolicies } from './fixes/removeEmptyPolicies.ts';
import { removeGroupTag } from './fixes/removeGroupTag.ts';
import { removeRepeat } from './fixes/removeRepeat.ts';
import { renameProperty } from './fixes/renameProperty.ts';
import { trimBatchId } from './fixes/trimBatchId.ts';
import type { Problem } from './problem.ts';
import { type TextEdit, joinEdits } from './textEdit.ts';

/** Every kind of fix; of several for one problem the best comes first. */
const fixMakers: readonly FixMaker<Fix>[] = [
  quoteValue,
  renameProperty,
  plainCustomerId,
  trimBatchId,
  moveGroupTag,
  removeGroupTag,
  removeEmptyPolicies,
  removeRepeat,
];

/** The certain fixes for a problem of the manifest, the best first; mostly one or none. */
export function fixesFor(context: FixContext, problem: Problem): readonly Fix[] {
  return fixMakers.flatMap(maker => [...maker(problem, context)]);
}

/** The edits that fix in one go what fixes of one kind can fix, as far as they do not get in each other's way. */
export function fixAll(context: FixContext, problems: readonly Problem[], kind: Fix['kind']): readonly TextEdit[] {
  const fixes = problems.flatMap(problem => fixesFor(context, problem).filter(fix => fix.kind === kind));
  return joinEdits(fixes.map(({ edits }) => edits));
}
