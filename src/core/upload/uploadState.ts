/** How far a job, or a device in it, is. `unknown` is the service's own word for "not known yet", or one we do not know. */
export type UploadState = 'unknown' | 'queued' | 'processing' | 'finished' | 'finished-with-errors';

/** DeviceUploadStatusType by its numbers, which the service's SDK reads too. */
const byNumber: readonly UploadState[] = ['unknown', 'queued', 'processing', 'finished', 'finished-with-errors'];

/**
 * Reads a state in any spelling: `finished_with_errors`, `FinishedWithErrors`, `in-progress`, `in progress`, `4`.
 *
 * Whatever begins with "finish" has ended; whatever else is not known still runs (Partner Center REST, "Device deployment
 * resources": the job's states, and `in-progress` for devices).
 */
export function uploadStateOf(status: string | undefined): UploadState {
  const word = (status ?? '')
    .trim()
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[\s_-]+/g, '-')
    .toLowerCase();
  if (/^\d$/.test(word)) {
    return byNumber[Number(word)] ?? 'unknown';
  }
  if (word.startsWith('finish')) {
    return word.includes('error') ? 'finished-with-errors' : 'finished';
  }
  if (word === 'in-progress' || word === 'processing') {
    return 'processing';
  }
  return word === 'queued' ? 'queued' : 'unknown';
}

/** Whether nothing more will come. */
export function hasEnded(state: UploadState): boolean {
  return state === 'finished' || state === 'finished-with-errors';
}
