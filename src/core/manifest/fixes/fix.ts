import type { FillFromHashFix } from './fillFromHash.ts';
import type { KeepNewestFix } from './keepNewest.ts';
import type { MoveGroupTagFix } from './moveGroupTag.ts';
import type { PlainCustomerIdFix } from './plainCustomerId.ts';
import type { QuoteValueFix } from './quoteValue.ts';
import type { RemoveDuplicateFix } from './removeDuplicate.ts';
import type { RemoveEmptyPoliciesFix } from './removeEmptyPolicies.ts';
import type { RemoveGroupTagFix } from './removeGroupTag.ts';
import type { RemoveHashFix } from './removeHash.ts';
import type { RemovePaddingFix } from './removePadding.ts';
import type { RemoveRepeatFix } from './removeRepeat.ts';
import type { RemoveSecretKeyFix } from './removeSecretKey.ts';
import type { RenamePropertyFix } from './renameProperty.ts';
import type { RestoreHashFix } from './restoreHash.ts';
import type { TakeHashedValueFix } from './takeHashedValue.ts';
import type { TakeSpellingFix } from './takeSpelling.ts';
import type { TrimBatchIdFix } from './trimBatchId.ts';

/** A certain remedy for a problem: facts and edits, no words. */
export type Fix =
  | FillFromHashFix
  | KeepNewestFix
  | MoveGroupTagFix
  | PlainCustomerIdFix
  | QuoteValueFix
  | RemoveDuplicateFix
  | RemoveEmptyPoliciesFix
  | RemoveGroupTagFix
  | RemoveHashFix
  | RemovePaddingFix
  | RemoveRepeatFix
  | RemoveSecretKeyFix
  | RenamePropertyFix
  | RestoreHashFix
  | TakeHashedValueFix
  | TakeSpellingFix
  | TrimBatchIdFix;
