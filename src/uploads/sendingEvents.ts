import type { ApiFailure } from '../api/apiError.ts';
import type { Acceptance } from '../api/partnerCenterClient.ts';
import { changePart } from './changePart.ts';
import { patienceMs } from './rhythm.ts';
import type { EventOf } from './uploadEvent.ts';
import type { BatchReading, Job, Part, PartState, Pause, RecordedBatch, UploadRecord } from './uploadRecord.ts';

type Sending = Extract<Part, { is: 'sending' }>;
type Unknown = Extract<Part, { is: 'unknown' }>;

/** Decides by a look at the batch whether the part is sent now. */
export function afterBatchRead(record: UploadRecord, event: EventOf<'batch-read'>): UploadRecord {
  const part = record.parts[event.part];
  if (part?.is !== 'planned' || record.stop !== undefined) {
    return record;
  }
  const batch = batchToSendTo(record, event.reading);
  switch (batch) {
    case 'appeared':
      return paused(record, event.at, { because: 'batch-appeared', batchId: event.reading.batchId ?? '' });
    case 'not-yet':
      return record;
    default:
      return changePart({ ...record, batch }, event.part, () => ({
        is: 'sending',
        requestId: part.requestId ?? event.requestId,
        sentAt: event.at,
        before: event.reading,
      }));
  }
}

function batchToSendTo(record: UploadRecord, { batchId }: BatchReading): RecordedBatch | 'appeared' | 'not-yet' {
  const { batch } = record;
  if (batch.is !== 'to-create') {
    return batchId === undefined ? 'not-yet' : { ...batch, id: batchId };
  }
  if (batchId === undefined) {
    return batch;
  }
  return record.parts.some(mayHaveArrived) ? { id: batchId, is: 'created' } : 'appeared';
}

/** Whether a batch that has appeared may come from this part. */
function mayHaveArrived(part: Part): boolean {
  return part.is === 'left' || (part.is === 'planned' && part.mayHaveArrived === true);
}

/** The id of an attempt is written down before it leaves: after an answer such as 401 it is another one. */
export function afterAttempted(record: UploadRecord, { part, requestId, at }: EventOf<'attempted'>): UploadRecord {
  return changePart(record, part, state =>
    state.is === 'sending' ? { is: 'sending', requestId, sentAt: at, before: state.before } : undefined,
  );
}

export function afterAccepted(record: UploadRecord, { part, job, at }: EventOf<'accepted'>): UploadRecord {
  if (record.parts[part]?.is !== 'sending') {
    return record;
  }
  return changePart(withBatchThere(record), part, () => ({
    is: 'accepted',
    acceptedAt: at,
    job: recordedJob(job, at),
  }));
}

function recordedJob(link: Acceptance['job'], at: number): Job {
  return link.is === 'link'
    ? { is: 'watched', trackingId: link.trackingId, watchedSince: at }
    : { is: 'untracked', because: link.is };
}

export function afterPutOff(record: UploadRecord, { part }: EventOf<'put-off'>): UploadRecord {
  return changePart(record, part, state => (state.is === 'sending' ? unsent(record, state.requestId) : undefined));
}

export function afterFailed(record: UploadRecord, event: EventOf<'failed'>): UploadRecord {
  const { part, failure, ids, at } = event;
  const put = changePart(record, part, state =>
    state.is === 'sending' ? unsent(record, keepsRequestId(failure) ? state.requestId : undefined) : undefined,
  );
  return put.stop === undefined ? paused(put, at, { because: 'failure', part, failure, ids }) : put;
}

export function afterOutcomeLost(record: UploadRecord, { part, at }: EventOf<'outcome-lost'>): UploadRecord {
  return changePart(record, part, state => (state.is === 'sending' ? outcomeUnknown(state, at) : undefined));
}

/** An attempt that nobody saw the end of. */
export function outcomeUnknown({ requestId, sentAt, before }: Sending, at: number): PartState {
  return { is: 'unknown', requestId, sentAt, before, lookUntil: at + patienceMs };
}

/** Every device of the part found in the batch, and not all were there before: it was accepted. */
export function afterLooked(record: UploadRecord, { part, reading, at }: EventOf<'looked'>): UploadRecord {
  const state = record.parts[part];
  if (state?.is !== 'unknown') {
    return record;
  }
  if (!isFound(state, reading)) {
    return changePart(record, part, () => ({ ...state, now: reading }));
  }
  const batch = { ...withBatchThere(record).batch, id: reading.batchId ?? record.batch.id };
  return changePart({ ...record, batch }, part, () => ({
    is: 'accepted',
    acceptedAt: at,
    job: { is: 'untracked', because: 'found-in-batch' },
  }));
}

function isFound({ before, count }: Unknown, { batchId, listed }: BatchReading): boolean {
  return batchId !== undefined && listed === count && before.listed < count;
}

/** What becomes of a part that was not accepted for certain: it waits to be sent, unless the user has cancelled. */
function unsent(record: UploadRecord, requestId: string | undefined): PartState {
  return record.stop?.is === 'cancelled' ? { is: 'cancelled' } : { is: 'planned', ...(requestId && { requestId }) };
}

/**
 * Whether the next attempt has the same `MS-RequestId`: where no answer came, or one that says nothing about the request
 * (Partner Center REST, "Partner Center REST headers").
 */
function keepsRequestId({ reason }: ApiFailure): boolean {
  return reason === 'signed-out' || reason === 'unreachable' || reason === 'throttled' || reason === 'unavailable';
}

function withBatchThere(record: UploadRecord): UploadRecord {
  return record.batch.is === 'to-create' ? { ...record, batch: { ...record.batch, is: 'created' } } : record;
}

export function paused(record: UploadRecord, at: number, pause: Pause): UploadRecord {
  return { ...record, stop: { is: 'paused', at, ...pause } };
}
