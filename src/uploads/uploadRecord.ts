import type { ApiFailure, ExchangeIds } from '../api/apiError.ts';
import type { Cloud } from '../api/clouds.ts';
import type { PartOutcome } from '../core/upload/outcome.ts';

/** The version of the shape below. A record of a later version is left alone by this one. */
export const recordFormat = 1;

/**
 * An upload as it is kept on disk: what was asked for, and how far it is. It is written before anything is sent, and it
 * is the whole state of the upload: whoever reads it knows what was sent, what was not, and what is unknown.
 *
 * It holds no token, no hardware hash and no product key. Times are milliseconds since 1970.
 */
export interface UploadRecord {
  readonly format: typeof recordFormat;
  /** A GUID, also the name of its file. */
  readonly id: string;
  readonly createdAt: number;
  readonly manifest: ManifestReference;
  readonly customer: RecordedCustomer;
  readonly account: FrozenAccount;
  readonly batch: RecordedBatch;
  /** In the order of the manifest. */
  readonly devices: readonly RecordedDevice[];
  /** In the order they are sent; together they are all of `devices`. */
  readonly parts: readonly Part[];
  /** Why nothing more is sent for now; `undefined` while parts may be sent, and when all have been. */
  readonly stop?: Stop | undefined;
}

export interface ManifestReference {
  /** The address of the document, as the host writes it. */
  readonly uri: string;
  /** SHA-256 of its text at the confirmation, in hexadecimal. */
  readonly digest: string;
}

/** Names are foreign text; they are absent where the service would not tell them. */
export interface RecordedCustomer {
  /** A GUID in lower case. */
  readonly id: string;
  readonly companyName?: string | undefined;
  readonly domain?: string | undefined;
}

/** Who uploads and where to, as it stood in the confirmation. Every request of the upload is made like this. */
export interface FrozenAccount {
  readonly cloud: Cloud['name'];
  /** The origin of every request. */
  readonly base: string;
  /** The account's id at its provider; `undefined` for the emulator, which has no accounts. */
  readonly id?: string | undefined;
  /** What the account is called, for people. */
  readonly label?: string | undefined;
  /** The app registration and the partner's tenant that tokens are asked for; `undefined` where none was set. */
  readonly clientId?: string | undefined;
  readonly tenantId?: string | undefined;
}

export interface RecordedBatch {
  /** The name to address it by: the manifest's, or the service's spelling once that is known. */
  readonly id: string;
  /** Whether it is still to be created, was created by this upload, or was there before. */
  readonly is: 'to-create' | 'created' | 'existing';
}

/** What is kept of a device to recognise it: its serial number as typed, and the one inside its hash. */
export interface RecordedDevice {
  readonly serialNumber?: string | undefined;
  readonly hashSerialNumber?: string | undefined;
  /** Its `devicePrint`, which is another one once anything of it is changed. */
  readonly print?: string | undefined;
}

/** A request's share of the devices: `count` of them from position `first`. */
export type Part = { readonly first: number; readonly count: number } & PartState;

export type PartState =
  /**
   * To be sent. With a `requestId` an attempt was made, and the next one has the same `MS-RequestId`. What was attempted
   * was not accepted for certain, unless it `mayHaveArrived` and the user wants it sent again.
   */
  | { readonly is: 'planned'; readonly requestId?: string | undefined; readonly mayHaveArrived?: true | undefined }
  /** Written before the request leaves. Found on a start, it means: sent, or about to be. */
  | Attempt<'sending'>
  /** It may have been accepted. Until `lookUntil` the batch is compared with how it was `before`. */
  | (Attempt<'unknown'> & { readonly lookUntil: number; readonly now?: BatchReading | undefined })
  /** It was unknown, and the user decided to leave it so. */
  | Attempt<'left'>
  | { readonly is: 'accepted'; readonly acceptedAt: number; readonly job: Job }
  /** The user cancelled before it was sent. */
  | { readonly is: 'cancelled' };

interface Attempt<Is extends string> {
  readonly is: Is;
  readonly requestId: string;
  readonly sentAt: number;
  readonly before: BatchReading;
}

/** What the service showed of the batch at one time. */
export interface BatchReading {
  readonly readAt: number;
  /** In the service's spelling; `undefined` if there is no such batch. */
  readonly batchId?: string | undefined;
  /** How many devices the service says it has. */
  readonly devicesCount?: number | undefined;
  /** How many of the part's devices it lists. */
  readonly listed: number;
}

/** The service's job for an accepted part. */
export type Job =
  | ({ readonly is: 'watched'; readonly watchedSince: number } & TrackedJob)
  | ({ readonly is: 'ended' } & TrackedJob)
  /** Nobody looks any more: it took too long, or the service has known no such job for too long. */
  | ({ readonly is: 'unwatched'; readonly because: 'too-long' | 'not-found' } & TrackedJob)
  /**
   * There is no link to it: the answer had none, or one of another customer; or the answer was lost, and the batch
   * showed later that the part had been accepted.
   */
  | { readonly is: 'untracked'; readonly because: 'no-link' | 'other-customer' | 'found-in-batch' };

interface TrackedJob {
  readonly trackingId: string;
  /** What is known of the devices, in the part's order; `undefined` before the first answer. */
  readonly outcome?: PartOutcome | undefined;
}

export type Stop =
  | { readonly is: 'cancelled'; readonly at: number }
  | ({ readonly is: 'paused'; readonly at: number } & Pause);

/** Why the upload waits for the user. */
export type Pause =
  /** The service or the way to it said no to part `part`, or to a look at the batch before it. */
  | {
      readonly because: 'failure';
      readonly part: number;
      readonly failure: ApiFailure;
      readonly ids?: ExchangeIds | undefined;
    }
  /** The window that was sending closed, or died. */
  | { readonly because: 'interrupted' }
  /** The manifest is another one than was confirmed, or gone. */
  | { readonly because: 'manifest-changed' }
  /** A batch was to be created, and there is one of that name now: appending to it is another question. */
  | { readonly because: 'batch-appeared'; readonly batchId: string }
  /** The batch to append to does not appear, or is gone. */
  | { readonly because: 'batch-missing' };
