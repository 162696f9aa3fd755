import { changePart, changeParts } from './changePart.ts';
import { patienceMs } from './rhythm.ts';
import { outcomeUnknown, paused } from './sendingEvents.ts';
import type { EventOf } from './uploadEvent.ts';
import type { Part, UploadRecord } from './uploadRecord.ts';

/**
 * What a window finds that takes up an upload which none was running: what was being sent may have arrived, what was not
 * sent waits for the user, and what is unknown is looked for again.
 */
export function afterTakenUp(record: UploadRecord, at: number): UploadRecord {
  const found = changeParts(record, part => {
    if (part.is === 'sending') {
      return outcomeUnknown(part, at);
    }
    return part.is === 'unknown' ? { ...part, lookUntil: at + patienceMs } : undefined;
  });
  return hasUnsent(found) ? paused(found, at, { because: 'interrupted' }) : found;
}

/** What is on its way stays on its way: nothing that was sent can be taken back. */
export function afterCancelled(record: UploadRecord, at: number): UploadRecord {
  const isUnsent = record.parts.some(({ is }) => is === 'planned' || is === 'sending');
  const cancelled = changeParts(record, ({ is }) => (is === 'planned' ? { is: 'cancelled' } : undefined));
  return isUnsent ? { ...cancelled, stop: { is: 'cancelled', at } } : record;
}

export function afterResumed(record: UploadRecord): UploadRecord {
  const { stop, ...others } = record;
  if (stop?.is !== 'paused') {
    return record;
  }
  return stop.because === 'batch-appeared' ? { ...others, batch: { id: stop.batchId, is: 'existing' } } : others;
}

/** Halves every part that is not sent yet, as what is too large for the service once is so the next time. */
export function afterHalved(record: UploadRecord): UploadRecord {
  const { stop, ...others } = record;
  if (stop?.is !== 'paused' || stop.because !== 'failure' || stop.failure.reason !== 'too-large') {
    return record;
  }
  return { ...others, parts: record.parts.flatMap(halves) };
}

function halves(part: Part): readonly Part[] {
  const half = Math.ceil(part.count / 2);
  if (part.is !== 'planned' || half === part.count) {
    return [part];
  }
  return [
    { is: 'planned', first: part.first, count: half },
    { is: 'planned', first: part.first + half, count: part.count - half },
  ];
}

export function afterDecided(record: UploadRecord, { part, decision, at }: EventOf<'decided'>): UploadRecord {
  const state = record.parts[part];
  if (state?.is !== 'unknown') {
    return record;
  }
  const { requestId, sentAt, before } = state;
  switch (decision) {
    case 'keep-looking':
      return changePart(record, part, () => ({ ...state, lookUntil: at + patienceMs }));
    case 'leave':
      return changePart(record, part, () => ({ is: 'left', requestId, sentAt, before }));
    case 'send-again': {
      const { stop: _, ...others } = record;
      return changePart(others, part, () => ({ is: 'planned', requestId, mayHaveArrived: true }));
    }
  }
}

function hasUnsent({ parts, stop }: UploadRecord): boolean {
  return stop === undefined && parts.some(({ is }) => is === 'planned');
}
