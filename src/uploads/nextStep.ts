import { longestWatchMs, lookDelayMs } from './rhythm.ts';
import type { Part, UploadRecord } from './uploadRecord.ts';

/** What is to be done about an upload next. `part` is a position in the record's parts. */
export type Step =
  | { readonly do: 'read-batch'; readonly part: number }
  | { readonly do: 'send'; readonly part: number }
  /** Look in the batch for a part whose outcome is unknown. */
  | { readonly do: 'look'; readonly part: number }
  /** Ask for the status of the part's job. */
  | { readonly do: 'ask'; readonly part: number }
  | { readonly do: 'end-watch'; readonly part: number }
  | { readonly do: 'wait'; readonly until: number }
  /** Nothing, until the user decides something or never again. */
  | { readonly do: 'rest' };

/** How often something has been looked at, and when it may be looked at again. It lives as long as a window runs the upload. */
export interface Look {
  readonly looks: number;
  readonly dueAt: number;
}

/** The looks so far: at each part, by its first device, and at the batch before the next part is sent. */
export type Looks = ReadonlyMap<number | 'batch', Look>;

interface Task {
  readonly step: Step;
  readonly dueAt: number;
}

/**
 * Finds the next step of an upload at `now`: sending first, and nothing is sent while the outcome of a part is unknown.
 */
export function nextStep(record: UploadRecord, looks: Looks, now: number, pollSeconds: number): Step {
  const tasks = [...sendingTasks(record, looks), ...lookingTasks(record, looks, pollSeconds)];
  const due = tasks.find(({ dueAt }) => dueAt <= now);
  if (due !== undefined) {
    return due.step;
  }
  return tasks.length === 0 ? { do: 'rest' } : { do: 'wait', until: Math.min(...tasks.map(({ dueAt }) => dueAt)) };
}

function sendingTasks({ parts, stop }: UploadRecord, looks: Looks): readonly Task[] {
  const sending = parts.findIndex(({ is }) => is === 'sending');
  if (sending >= 0) {
    return [{ step: { do: 'send', part: sending }, dueAt: 0 }];
  }
  const planned = parts.findIndex(({ is }) => is === 'planned');
  if (stop !== undefined || planned < 0 || parts.some(({ is }) => is === 'unknown')) {
    return [];
  }
  return [{ step: { do: 'read-batch', part: planned }, dueAt: looks.get('batch')?.dueAt ?? 0 }];
}

function lookingTasks({ parts }: UploadRecord, looks: Looks, pollSeconds: number): readonly Task[] {
  return parts
    .flatMap((part, index) => lookingTask(part, index, looks.get(part.first), pollSeconds))
    .sort((a, b) => a.dueAt - b.dueAt);
}

function lookingTask(part: Part, index: number, look: Look | undefined, pollSeconds: number): readonly Task[] {
  const dueAfter = (since: number) => look?.dueAt ?? since + lookDelayMs({ looks: 0, ageMs: 0 }, pollSeconds);
  if (part.is === 'unknown') {
    const dueAt = dueAfter(part.sentAt);
    return dueAt > part.lookUntil ? [] : [{ step: { do: 'look', part: index }, dueAt }];
  }
  if (part.is !== 'accepted' || part.job.is !== 'watched') {
    return [];
  }
  const { watchedSince } = part.job;
  const endAt = watchedSince + longestWatchMs;
  const dueAt = dueAfter(watchedSince);
  return dueAt < endAt
    ? [{ step: { do: 'ask', part: index }, dueAt }]
    : [{ step: { do: 'end-watch', part: index }, dueAt: endAt }];
}
