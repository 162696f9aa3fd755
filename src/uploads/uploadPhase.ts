import type { Part, Stop, UploadRecord } from './uploadRecord.ts';

/** Where an upload stands as a whole. Parts are positions in the record's parts. */
export type UploadPhase =
  /** Part `part` is on its way, or is the next to go. */
  | { readonly is: 'sending'; readonly part: number }
  /** The rest is not sent until the user says so. */
  | { readonly is: 'paused'; readonly stop: Extract<Stop, { is: 'paused' }> }
  /** Whether these parts were accepted is not known; nothing more is sent until it is, or the user decides. */
  | { readonly is: 'unknown'; readonly parts: readonly number[] }
  /** Everything that was to be sent was, and some jobs go on. */
  | { readonly is: 'watching' }
  /** Some jobs have no end that is known, and nobody watches them any more. */
  | { readonly is: 'unwatched' }
  /** Nothing more will come. */
  | { readonly is: 'over' };

export function phaseOf({ parts, stop }: UploadRecord): UploadPhase {
  const sending = parts.findIndex(({ is }) => is === 'sending');
  const planned = parts.findIndex(({ is }) => is === 'planned');
  const unknown = [...parts.keys()].filter(index => parts[index]?.is === 'unknown');
  if (sending >= 0) {
    return { is: 'sending', part: sending };
  }
  if (unknown.length > 0) {
    return { is: 'unknown', parts: unknown };
  }
  if (planned >= 0) {
    return stop?.is === 'paused' ? { is: 'paused', stop } : { is: 'sending', part: planned };
  }
  if (parts.some(part => hasJob(part, 'watched'))) {
    return { is: 'watching' };
  }
  return parts.some(part => hasJob(part, 'unwatched')) ? { is: 'unwatched' } : { is: 'over' };
}

function hasJob(part: Part, is: 'watched' | 'unwatched'): boolean {
  return part.is === 'accepted' && part.job.is === is;
}

/** Whether a window has something to do for the upload without being told to: to look at what was sent. */
export function isUnfinished(record: UploadRecord): boolean {
  const { is } = phaseOf(record);
  return is === 'sending' || is === 'unknown' || record.parts.some(part => hasJob(part, 'watched'));
}
