import type { BatchReading, Job, Part, PartState, UploadRecord } from '../../src/uploads/uploadRecord.ts';

export const trackingId = 'beba2053-5401-46ff-9223-7e841ed78fbf';

/** An upload to a batch that is to be created, with parts of two devices each in the given states. */
export function aRecord(states: readonly PartState[], changes: Partial<UploadRecord> = {}): UploadRecord {
  return {
    format: 1,
    id: '00000000-0000-4000-8000-000000000001',
    createdAt: 0,
    manifest: { uri: 'file:///batch.devicebatch.json', digest: 'd1' },
    customer: { id: 'c7f3c849-129f-4b85-a96d-4f8e88b315a3', companyName: 'Contoso' },
    account: {
      cloud: 'public',
      base: 'https://api.partnercenter.microsoft.com',
      id: 'a1',
      label: 'kim@contoso.example',
    },
    batch: { id: 'Test batch', is: 'to-create' },
    devices: states.flatMap((_, part) => [{ serialNumber: `S${part * 2 + 1}` }, { serialNumber: `S${part * 2 + 2}` }]),
    parts: states.map((state, part): Part => ({ first: part * 2, count: 2, ...state })),
    ...changes,
  };
}

/** A look at the batch that found `listed` of the part's devices in it. */
export function aReading(listed = 0, batchId: string | undefined = 'test BATCH'): BatchReading {
  return { readAt: 0, batchId, listed };
}

export const noBatch: BatchReading = { readAt: 0, listed: 0 };

type InState<Is extends PartState['is']> = Extract<PartState, { is: Is }>;

export const planned: InState<'planned'> = { is: 'planned' };
export const sending: InState<'sending'> = { is: 'sending', requestId: 'r1', sentAt: 0, before: noBatch };
export const unknown: InState<'unknown'> = { ...sending, is: 'unknown', lookUntil: 60_000 };
export const left: InState<'left'> = { ...sending, is: 'left' };
export const cancelled: InState<'cancelled'> = { is: 'cancelled' };

export const accepted: InState<'accepted'> = withJob({ is: 'watched', trackingId, watchedSince: 0 });

export function withJob(job: Job): InState<'accepted'> {
  return { is: 'accepted', acceptedAt: 0, job };
}
