import type { FixBase, FixMaker } from './fixMaker.ts';

export interface TrimBatchIdFix extends FixBase {
  readonly kind: 'trim-batch-id';
  readonly batchId: string;
}

/** Removes the blanks around a batch id. */
export const trimBatchId: FixMaker<TrimBatchIdFix> = function* (problem, { manifest: { batchId } }) {
  if (problem.code !== 'batch-id-form' || batchId?.is !== 'text' || batchId.raw === batchId.text) return;
  yield {
    kind: 'trim-batch-id',
    batchId: batchId.text,
    edits: [{ span: batchId.span, text: JSON.stringify(batchId.text) }],
  };
};
