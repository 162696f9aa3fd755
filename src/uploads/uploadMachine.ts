import {
  afterAccepted,
  afterAttempted,
  afterBatchRead,
  afterFailed,
  afterLooked,
  afterOutcomeLost,
  afterPutOff,
  paused,
} from './sendingEvents.ts';
import type { UploadEvent } from './uploadEvent.ts';
import type { UploadRecord } from './uploadRecord.ts';
import { afterCancelled, afterDecided, afterHalved, afterResumed, afterTakenUp } from './userEvents.ts';
import { afterJobMissing, afterReported, afterWatchedEnough, afterWatchResumed } from './watchingEvents.ts';

/**
 * What an event makes of an upload: the one place where its state changes.
 *
 * An event that no longer fits (a look that the user overtook, a decision about a part that was found meanwhile) changes
 * nothing: the very same record comes back.
 */
export function after(record: UploadRecord, event: UploadEvent): UploadRecord {
  switch (event.is) {
    case 'taken-up':
      return afterTakenUp(record, event.at);
    case 'batch-read':
      return afterBatchRead(record, event);
    case 'attempted':
      return afterAttempted(record, event);
    case 'accepted':
      return afterAccepted(record, event);
    case 'put-off':
      return afterPutOff(record, event);
    case 'failed':
      return afterFailed(record, event);
    case 'outcome-lost':
      return afterOutcomeLost(record, event);
    case 'looked':
      return afterLooked(record, event);
    case 'reported':
      return afterReported(record, event);
    case 'job-missing':
      return afterJobMissing(record, event);
    case 'watched-enough':
      return afterWatchedEnough(record, event);
    case 'batch-missing':
    case 'manifest-changed':
      return record.stop === undefined ? paused(record, event.at, { because: event.is }) : record;
    case 'cancelled':
      return afterCancelled(record, event.at);
    case 'resumed':
      return afterResumed(record);
    case 'halved':
      return afterHalved(record);
    case 'decided':
      return afterDecided(record, event);
    case 'watch-resumed':
      return afterWatchResumed(record, event);
  }
}
