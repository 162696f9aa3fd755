import { isTouchedByFault } from '../manifest/isTouchedByFault.ts';
import type { BatchRule, ProblemBase } from './rule.ts';

/** Why a batch of this name cannot be addressed later. */
export type BatchIdFault =
  | { readonly kind: 'blanks-around' }
  | { readonly kind: 'control-characters' }
  | { readonly kind: 'only-dots' }
  /** Each character once, in the order in which they stand there. */
  | { readonly kind: 'characters'; readonly characters: readonly string[] };

export interface BatchIdFormProblem extends ProblemBase {
  readonly code: 'batch-id-form';
  /** At least one. */
  readonly faults: readonly BatchIdFault[];
}

/** A batch id that cannot stand in an address: appending to the batch and reading its devices would fail. */
export const batchIdForm: BatchRule<BatchIdFormProblem> = function* (manifest) {
  const { batchId } = manifest;
  if (batchId?.is !== 'text' || isTouchedByFault(manifest, batchId.span)) return;
  const faults = [...faultsOf(batchId)];
  if (faults.length > 0) yield { code: 'batch-id-form', span: batchId.span, severity: 'warning', faults };
};

function* faultsOf({ raw, text }: { readonly raw: string; readonly text: string }): Iterable<BatchIdFault> {
  if (raw !== text) yield { kind: 'blanks-around' };
  if (/\p{Cc}/u.test(text)) yield { kind: 'control-characters' };
  if (/^\.+$/.test(text)) yield { kind: 'only-dots' };
  const characters = new Set(text.match(/[/\\?#%&*:<>+]/g));
  if (characters.size > 0) yield { kind: 'characters', characters: [...characters] };
}
