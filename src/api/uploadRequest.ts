import { appendBody, createBody } from '../core/upload/requestBody.ts';
import type { UploadDevice } from '../core/upload/uploadDevice.ts';
import { addresses } from './addresses.ts';

/** One part of an upload. */
export interface UploadPart {
  readonly customerId: string;
  /** `create` makes a batch of that name, `append` adds to it; for the latter the name is in the service's spelling. */
  readonly kind: 'create' | 'append';
  readonly batchId: string;
  readonly devices: readonly UploadDevice[];
}

/** The request for a part, as it goes out: a `POST` of `body` to `url`. */
export interface UploadRequest {
  readonly url: URL;
  /** JSON in UTF-8. */
  readonly body: Uint8Array;
}

/** @throws {ApiError} `unaddressable` if the batch to append to cannot be addressed. */
export function uploadRequest(base: URL, part: UploadPart): UploadRequest {
  return { url: uploadAddress(base, part), body: uploadBody(part) };
}

/** Where a part is sent. @throws {ApiError} `unaddressable` if the batch to append to cannot be addressed. */
export function uploadAddress(base: URL, { customerId, kind, batchId }: Omit<UploadPart, 'devices'>): URL {
  switch (kind) {
    case 'create':
      return addresses.batches(base, customerId);
    case 'append':
      return addresses.batchDevices(base, customerId, batchId);
  }
}

/** What is sent: JSON in UTF-8. */
export function uploadBody({ kind, batchId, devices }: Omit<UploadPart, 'customerId'>): Uint8Array {
  switch (kind) {
    case 'create':
      return createBody(batchId, devices);
    case 'append':
      return appendBody(devices);
  }
}
