import type { MoveGroupTagFix } from './moveGroupTag.ts';
import type { PlainCustomerIdFix } from './plainCustomerId.ts';
import type { QuoteValueFix } from './quoteValue.ts';
import type { RemoveEmptyPoliciesFix } from './removeEmptyPolicies.ts';
import type { RemoveGroupTagFix } from './removeGroupTag.ts';
import type { RemoveRepeatFix } from './removeRepeat.ts';
import type { RenamePropertyFix } from './renameProperty.ts';
import type { TrimBatchIdFix } from './trimBatchId.ts';

/** A certain remedy for a problem: facts and edits, no words. */
export type Fix =
  | MoveGroupTagFix
  | PlainCustomerIdFix
  | QuoteValueFix
  | RemoveEmptyPoliciesFix
  | RemoveGroupTagFix
  | RemoveRepeatFix
  | RenamePropertyFix
  | TrimBatchIdFix;
