import type { BatchIdBlankProblem } from '../rules/batchIdBlank.ts';
import type { BatchIdFormProblem } from '../rules/batchIdForm.ts';
import type { BatchLargeProblem } from '../rules/batchLarge.ts';
import type { BoardReplacedProblem } from '../rules/boardReplaced.ts';
import type { CustomerIdFormProblem } from '../rules/customerIdForm.ts';
import type { DevicesEmptyProblem } from '../rules/devicesEmpty.ts';
import type { DuplicateDeviceProblem } from '../rules/duplicateDevice.ts';
import type { GroupTagProblem } from '../rules/groupTag.ts';
import type { HashAlteredProblem } from '../rules/hashAltered.ts';
import type { HashDamagedProblem } from '../rules/hashDamaged.ts';
import type { HashIdentityProblem } from '../rules/hashIdentity.ts';
import type { HashMismatchProblem } from '../rules/hashMismatch.ts';
import type { HashNoteProblem } from '../rules/hashNote.ts';
import type { HashUnrecognizedProblem } from '../rules/hashUnrecognized.ts';
import type { IdentityMissingProblem } from '../rules/identityMissing.ts';
import type { PaddedValueProblem } from '../rules/paddedValue.ts';
import type { PlaceholderIdentityProblem } from '../rules/placeholderIdentity.ts';
import type { PoliciesEmptyProblem } from '../rules/policiesEmpty.ts';
import type { ProductKeyFormProblem } from '../rules/productKeyForm.ts';
import type { PropertyTwiceProblem } from '../rules/propertyTwice.ts';
import type { PropertyUnknownProblem } from '../rules/propertyUnknown.ts';
import type { SchemaProblem } from '../rules/schema.ts';
import type { SyntaxProblem } from '../rules/syntax.ts';
import type { TupleSpellingProblem } from '../rules/tupleSpelling.ts';

/** Something wrong or notable in a manifest: facts, no words. */
export type Problem =
  | BatchIdBlankProblem
  | BatchIdFormProblem
  | BatchLargeProblem
  | BoardReplacedProblem
  | CustomerIdFormProblem
  | DevicesEmptyProblem
  | DuplicateDeviceProblem
  | GroupTagProblem
  | HashAlteredProblem
  | HashDamagedProblem
  | HashIdentityProblem
  | HashMismatchProblem
  | HashNoteProblem
  | HashUnrecognizedProblem
  | IdentityMissingProblem
  | PaddedValueProblem
  | PlaceholderIdentityProblem
  | PoliciesEmptyProblem
  | ProductKeyFormProblem
  | PropertyTwiceProblem
  | PropertyUnknownProblem
  | SchemaProblem
  | SyntaxProblem
  | TupleSpellingProblem;

export type ProblemCode = Problem['code'];

/** The problem of one code. */
export type ProblemOf<Code extends ProblemCode> = Extract<Problem, { readonly code: Code }>;
