import { withoutPadding } from '../../rules/paddedValue.ts';
import type { PaddedField } from '../../rules/paddedValue.ts';
import { propertyAt } from '../propertyAt.ts';
import type { FixBase, FixMaker } from './fixMaker.ts';

export interface RemovePaddingFix extends FixBase {
  readonly kind: 'remove-padding';
  readonly field: PaddedField;
}

/** Removes the blanks around a value and the line breaks inside it, of a hash all blanks. */
export const removePadding: FixMaker<RemovePaddingFix> = function* (problem, { manifest }) {
  if (problem.code !== 'padded-value') return;
  const { field, span } = problem;
  const value = propertyAt(manifest, span.start)?.property.value;
  if (value?.type !== 'string') return;
  yield { kind: 'remove-padding', field, edits: [{ span, text: JSON.stringify(withoutPadding(field, value.text)) }] };
};
