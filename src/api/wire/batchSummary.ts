import type { BatchSummary } from '../../core/upload/batchSummary.ts';
import { WireObject } from './wireObject.ts';

/** Decodes DeviceBatch; `undefined` without a name. Its count is spelled `devicesCount` in examples, `deviceCount` in the table. */
export function batchSummaryOf(value: unknown): BatchSummary | undefined {
  const batch = WireObject.of(value);
  const id = batch?.text('id');
  if (batch === undefined || id === undefined) {
    return undefined;
  }
  return {
    id,
    devicesCount: batch.count('devicesCount') ?? batch.count('deviceCount'),
    status: batch.text('status'),
    createdAt: batch.time('creationDate'),
    createdBy: batch.text('createdBy'),
  };
}
