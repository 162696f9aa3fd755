import type { DeviceErrorAnswer, DeviceOutcome, DeviceVerdict } from '../../core/upload/outcome.ts';
import type { Job, Part, UploadRecord } from '../../uploads/uploadRecord.ts';
import type { DeviceStatus } from '../../webview/protocol.ts';

/** Where a device of an upload stands, and why. */
export interface DeviceStanding {
  readonly status: DeviceStatus;
  /** Whether the answer was found by nothing but its place in the service's list. */
  readonly byPosition: boolean;
  readonly why?: StandingReason;
}

export type StandingReason =
  /** What the service said about the device. */
  | { readonly is: 'error'; readonly error: DeviceErrorAnswer }
  /** The job has ended, and none of its answers is certainly about the device. */
  | { readonly is: 'not-matched' }
  /** The job has ended, and its answer about the device decides nothing. */
  | { readonly is: 'undecided' }
  /** The service knows the job no more. */
  | { readonly is: 'job-unknown' }
  /** There is no link to the job. */
  | { readonly is: 'untracked'; readonly because: Extract<Job, { is: 'untracked' }>['because'] }
  /** The answer to the request was lost, and the batch is being looked at. */
  | { readonly is: 'answer-lost' }
  /** The same, and the user left it so. */
  | { readonly is: 'left' }
  | { readonly is: 'paused' | 'cancelled' };

/** The devices of an upload, in the order of the manifest. */
export function deviceStandings({ devices, parts, stop }: UploadRecord): readonly DeviceStanding[] {
  const results = Array.from<DeviceStanding>({ length: devices.length });
  for (const part of parts) {
    for (let place = 0; place < part.count; place += 1) {
      results[part.first + place] = resultOf(part, place, stop !== undefined);
    }
  }
  return results;
}

function resultOf(part: Part, place: number, stopped: boolean): DeviceStanding {
  switch (part.is) {
    case 'planned':
      return stopped ? without('not-sent', { is: 'paused' }) : without('waiting');
    case 'sending':
      return without('waiting');
    case 'unknown':
      return without('unknown', { is: 'answer-lost' });
    case 'left':
      return without('unknown', { is: 'left' });
    case 'cancelled':
      return without('not-sent', { is: 'cancelled' });
    case 'accepted':
      return part.job.is === 'untracked'
        ? without('unanswered', { is: 'untracked', because: part.job.because })
        : resultInJob(part.job, part.job.outcome?.devices[place]);
  }
}

type TrackedJob = Exclude<Job, { is: 'untracked' }>;

function resultInJob(job: TrackedJob, outcome: DeviceOutcome = { is: 'waiting' }): DeviceStanding {
  if (outcome.is === 'waiting') {
    return job.is === 'unwatched' && job.because === 'not-found'
      ? without('unanswered', { is: 'job-unknown' })
      : without('waiting');
  }
  return outcome.is === 'unanswered'
    ? without('unanswered', { is: 'not-matched' })
    : verdictStanding(outcome, outcome.matchedBy === 'position');
}

/** What the service decided about a device. */
export function verdictStanding(verdict: DeviceVerdict, byPosition: boolean): DeviceStanding {
  return verdict.is === 'registered'
    ? { status: verdict.is, byPosition }
    : { status: verdict.is, byPosition, why: { is: 'error', error: verdict.error } };
}

function without(status: DeviceStatus, why?: StandingReason): DeviceStanding {
  return why === undefined ? { status, byPosition: false } : { status, byPosition: false, why };
}
