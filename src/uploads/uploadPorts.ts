import type { PartnerCenterClient } from '../api/partnerCenterClient.ts';
import type { Sha256 } from '../core/sha256.ts';
import type { UploadDevice } from '../core/upload/uploadDevice.ts';
import type { FrozenAccount } from './uploadRecord.ts';

/** What uploads need from the outside world; the composition root supplies it. */
export interface UploadPorts {
  readonly connect: Connect;
  readonly store: RecordStore;
  readonly locks: RecordLocks;
  readonly manifests: Manifests;
  readonly clock: Clock;
  /** A new GUID. */
  readonly newId: () => string;
  readonly sha256: Sha256;
  /** Takes tokens, hashes and product keys out of a text; every foreign text goes through it before it is kept. */
  readonly redact: (text: string) => string;
  /** Seconds between the first looks at a job, from the settings. */
  readonly pollSeconds: () => number;
}

/** A client for the account of an upload, and for no other: where that is gone, its calls fail with `signed-out`. */
export type Connect = (account: FrozenAccount, ground: Ground) => UploadClient;

/** Only in the `foreground`, when the user has just asked for something, may the user be asked to sign in. */
export type Ground = 'foreground' | 'background';

export type UploadClient = Pick<PartnerCenterClient, 'upload' | 'jobStatus' | 'batches' | 'batchDevices'>;

/** The records as files, by the ids of their uploads. It retries what passes by itself, such as a virus scanner's lock. */
export interface RecordStore {
  ids(): Promise<readonly string[]>;
  /** `undefined` if there is no such record. */
  read(id: string): Promise<string | undefined>;
  /** When it returns, the text is on disk; if it fails or the machine stops, the earlier text still is, whole. */
  write(id: string, text: string): Promise<void>;
  /** Removing what is not there is no error. */
  remove(id: string): Promise<void>;
}

/** Lets one window run an upload, and the others only show it. */
export interface RecordLocks {
  /** `undefined` if another window holds it. A window that died holds nothing. */
  acquire(id: string): Promise<Lock | undefined>;
}

export interface Lock {
  /** Whether it is still held: another window may have taken it while this one was suspended. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

export interface Manifests {
  /** What the document at `uri` holds now; `undefined` if it is gone or no longer passes the upload gate. */
  read(uri: string): Promise<ManifestContent | undefined>;
}

export interface ManifestContent {
  /** SHA-256 of its text, in hexadecimal. */
  readonly digest: string;
  /** In the manifest's order. */
  readonly devices: readonly UploadDevice[];
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with the signal's reason when it is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}
