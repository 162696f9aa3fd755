import type { Fix } from './fixes/fix.ts';
import type { FixContext, FixMaker } from './fixes/fixMaker.ts';
import { keepNewest, olderCollections } from './fixes/keepNewest.ts';
import { moveGroupTag } from './fixes/moveGroupTag.ts';
import { plainCustomerId } from './fixes/plainCustomerId.ts';
import { quoteValue } from './fixes/quoteValue.ts';
import { removalOfDevices } from './fixes/removalOfDevices.ts';
import { removeDuplicate } from './fixes/removeDuplicate.ts';
import { removeEmptyPolicies } from './fixes/removeEmptyPolicies.ts';
import { removeGroupTag } from './fixes/removeGroupTag.ts';
import { removeHash } from './fixes/removeHash.ts';
import { removePadding } from './fixes/removePadding.ts';
import { removeRepeat } from './fixes/removeRepeat.ts';
import { removeSecretKey } from './fixes/removeSecretKey.ts';
import { renameProperty } from './fixes/renameProperty.ts';
import { restoreHash } from './fixes/restoreHash.ts';
import { takeHashedValue } from './fixes/takeHashedValue.ts';
import { takeSpelling } from './fixes/takeSpelling.ts';
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
  restoreHash,
  takeHashedValue,
  removeHash,
  removePadding,
  takeSpelling,
  removeSecretKey,
  keepNewest,
  removeDuplicate,
];

/** The certain fixes for a problem of the manifest, the best first; mostly one or none. */
export function fixesFor(context: FixContext, problem: Problem): readonly Fix[] {
  return fixMakers.flatMap(maker => [...maker(problem, context)]);
}

/** The edits that fix in one go what fixes of one kind can fix, as far as they do not get in each other's way. */
export function fixAll(context: FixContext, problems: readonly Problem[], kind: Fix['kind']): readonly TextEdit[] {
  const fixes = problems.flatMap(problem => fixesFor(context, problem).filter(fix => fix.kind === kind));
  const removed = kind === 'keep-newest' ? olderCollections(problems, context) : fixes.flatMap(removedDevice);
  return removed.length > 0 ? removalOfDevices(context.manifest, removed) : joinEdits(fixes.map(({ edits }) => edits));
}

function removedDevice(fix: Fix): readonly number[] {
  return 'removedIndex' in fix ? [fix.removedIndex] : [];
}
