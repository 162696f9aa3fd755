import { openingOf } from '../manifest/span.ts';
import type { BatchRule, ProblemBase } from './rule.ts';

export interface BatchIdBlankProblem extends ProblemBase {
  readonly code: 'batch-id-blank';
}

/** A batch needs a name: it becomes the group tag of its devices. */
export const batchIdBlank: BatchRule<BatchIdBlankProblem> = function* ({ batchId, intact, span }) {
  if (batchId?.is === 'absent') {
    yield { code: 'batch-id-blank', span: batchId.span, severity: 'error' };
  } else if (batchId === undefined && intact) {
    yield { code: 'batch-id-blank', span: openingOf(span), severity: 'error' };
  }
};
