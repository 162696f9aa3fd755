import { foldReport } from '../core/upload/outcome.ts';
import { hasEnded } from '../core/upload/uploadState.ts';
import { changePart } from './changePart.ts';
import { patienceMs } from './rhythm.ts';
import type { EventOf } from './uploadEvent.ts';
import type { Job, Part, UploadRecord } from './uploadRecord.ts';

type Accepted = Extract<Part, { is: 'accepted' }>;

/** Adds what the service says about a part's job, whoever asked. */
export function afterReported(record: UploadRecord, { part, report, devices }: EventOf<'reported'>): UploadRecord {
  return changeJob(record, part, ({ job }) => {
    if (job.is === 'untracked') {
      return undefined;
    }
    const outcome = foldReport(job.outcome, devices, report);
    return hasEnded(outcome.state) ? { is: 'ended', trackingId: job.trackingId, outcome } : { ...job, outcome };
  });
}

/** A job that is unknown right after its acceptance may only be late. */
export function afterJobMissing(record: UploadRecord, { part, at }: EventOf<'job-missing'>): UploadRecord {
  return changeJob(record, part, ({ job }) =>
    job.is === 'watched' && at - job.watchedSince >= patienceMs ? unwatched(job, 'not-found') : undefined,
  );
}

export function afterWatchedEnough(record: UploadRecord, { part }: EventOf<'watched-enough'>): UploadRecord {
  return changeJob(record, part, ({ job }) => (job.is === 'watched' ? unwatched(job, 'too-long') : undefined));
}

export function afterWatchResumed(record: UploadRecord, { at }: EventOf<'watch-resumed'>): UploadRecord {
  return record.parts.reduce(
    (changed, _, part) =>
      changeJob(changed, part, ({ job }) =>
        job.is === 'unwatched'
          ? { is: 'watched', trackingId: job.trackingId, outcome: job.outcome, watchedSince: at }
          : undefined,
      ),
    record,
  );
}

function unwatched({ trackingId, outcome }: Extract<Job, { is: 'watched' }>, because: 'too-long' | 'not-found'): Job {
  return { is: 'unwatched', because, trackingId, outcome };
}

function changeJob(record: UploadRecord, index: number, change: (part: Accepted) => Job | undefined): UploadRecord {
  return changePart(record, index, part => {
    const job = part.is === 'accepted' ? change(part) : undefined;
    return part.is === 'accepted' && job !== undefined ? { ...part, job } : undefined;
  });
}
