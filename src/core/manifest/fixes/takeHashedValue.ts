import { productKeyKind } from '../../rules/productKey.ts';
import type { HashedField } from '../../rules/hashedValue.ts';
import type { FixBase, FixMaker } from './fixMaker.ts';

export interface TakeHashedValueFix extends FixBase {
  readonly kind: 'take-hashed-value';
  readonly field: HashedField;
  readonly value: string;
}

/** Takes the value inside the hash for the one that is typed. A generic product key is not taken. */
export const takeHashedValue: FixMaker<TakeHashedValueFix> = function* (problem) {
  if (problem.code !== 'hash-mismatch') return;
  const { field, inHash, span } = problem;
  if (field === 'productKey' && productKeyKind(inHash) !== 'pkid') return;
  yield { kind: 'take-hashed-value', field, value: inHash, edits: [{ span, text: JSON.stringify(inHash) }] };
};
