import type { ApiFailure, ExchangeIds } from '../api/apiError.ts';
import type { Acceptance } from '../api/partnerCenterClient.ts';
import type { DeviceIdentity } from '../core/upload/deviceIdentity.ts';
import type { JobReport } from '../core/upload/jobReport.ts';
import type { BatchReading } from './uploadRecord.ts';

/** Everything that can happen to an upload. `at` is milliseconds since 1970. */
export type UploadEvent = { readonly at: number } & (SendingEvent | WatchingEvent | UserEvent);

/** One kind of event. */
export type EventOf<Is extends UploadEvent['is']> = Extract<UploadEvent, { readonly is: Is }>;

/** What something happened to: a position in the record's parts. */
interface OfPart {
  readonly part: number;
}

interface Failed extends OfPart {
  readonly failure: ApiFailure;
  readonly ids?: ExchangeIds | undefined;
}

type SendingEvent =
  /** A window takes the upload up that none was running. */
  | { readonly is: 'taken-up' }
  /** The batch was read before a part is sent, which then has this `MS-RequestId` unless it kept one. */
  | (OfPart & { readonly is: 'batch-read'; readonly reading: BatchReading; readonly requestId: string })
  /** The part is about to be sent, with this `MS-RequestId`. */
  | (OfPart & { readonly is: 'attempted'; readonly requestId: string })
  | (OfPart & { readonly is: 'accepted' } & Acceptance)
  /** It could not be sent for now, and nothing was accepted; it is tried again by and by. */
  | (OfPart & { readonly is: 'put-off' })
  /** It could not be sent, or the batch not be read before it, and nothing was accepted. */
  | (Failed & { readonly is: 'failed' })
  /** It may have been accepted. */
  | (Failed & { readonly is: 'outcome-lost' })
  /** The batch was read to find a part whose outcome is unknown. */
  | (OfPart & { readonly is: 'looked'; readonly reading: BatchReading })
  /** It was long enough that the batch to append to is not there. */
  | { readonly is: 'batch-missing' }
  | { readonly is: 'manifest-changed' };

type WatchingEvent =
  /** `devices` are those of the part, in its order. */
  | (OfPart & { readonly is: 'reported'; readonly report: JobReport; readonly devices: readonly DeviceIdentity[] })
  /** The service knows no such job. */
  | (OfPart & { readonly is: 'job-missing' })
  /** The job was watched for as long as any is. */
  | (OfPart & { readonly is: 'watched-enough' });

/** What the user decides. */
export type UserEvent =
  /** Stop what has not been sent. */
  | { readonly is: 'cancelled' }
  /** Send what is left; if a batch has appeared meanwhile, append to it. */
  | { readonly is: 'resumed' }
  /** Send what was too large in halves. */
  | { readonly is: 'halved' }
  /** What to do about a part whose outcome is unknown. */
  | (OfPart & { readonly is: 'decided'; readonly decision: 'keep-looking' | 'send-again' | 'leave' })
  /** Watch again the jobs that nobody looks at any more. */
  | { readonly is: 'watch-resumed' };
