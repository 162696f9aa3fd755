import { countOutcomes, type OutcomeCounts } from '../core/upload/outcome.ts';
import type { Part, UploadRecord } from './uploadRecord.ts';

/** How many devices of an upload have come to what; every device counts once. */
export interface UploadCounts extends OutcomeCounts {
  readonly all: number;
  /** Not accepted yet, or cancelled. */
  readonly unsent: number;
  /** Whether they were accepted is not known. */
  readonly unknown: number;
  /** Accepted, but there is no link to what became of them. */
  readonly untracked: number;
}

const none: UploadCounts = {
  all: 0,
  unsent: 0,
  unknown: 0,
  untracked: 0,
  registered: 0,
  alreadyRegistered: 0,
  failed: 0,
  waiting: 0,
  unanswered: 0,
};

export function uploadCountsOf({ parts }: UploadRecord): UploadCounts {
  return parts.map(partCountsOf).reduce(add, none);
}

/** The same for one part. */
export function partCountsOf(part: Part): UploadCounts {
  const { count } = part;
  const all = { ...none, all: count };
  switch (part.is) {
    case 'planned':
    case 'sending':
    case 'cancelled':
      return { ...all, unsent: count };
    case 'unknown':
    case 'left':
      return { ...all, unknown: count };
    case 'accepted':
      if (part.job.is === 'untracked') {
        return { ...all, untracked: count };
      }
      return { ...all, ...(part.job.outcome ? countOutcomes(part.job.outcome.devices) : { waiting: count }) };
  }
}

function add(a: UploadCounts, b: UploadCounts): UploadCounts {
  return {
    all: a.all + b.all,
    unsent: a.unsent + b.unsent,
    unknown: a.unknown + b.unknown,
    untracked: a.untracked + b.untracked,
    registered: a.registered + b.registered,
    alreadyRegistered: a.alreadyRegistered + b.alreadyRegistered,
    failed: a.failed + b.failed,
    waiting: a.waiting + b.waiting,
    unanswered: a.unanswered + b.unanswered,
  };
}
