import { drain } from '../manifest/drain.ts';
import { type BatchSummary, findBatch } from './batchSummary.ts';
import { appendFrameBytes, createFrameBytes, deviceBytes } from './requestBody.ts';
import type { UploadDevice } from './uploadDevice.ts';

/** The most bytes of a request's body, unless a single device has more. The service documents no limit; this one is ours. */
export const maxBodyBytes = 3_000_000;

/** One request's share of the devices: `count` of them from position `first`. */
export interface PlannedPart {
  readonly first: number;
  readonly count: number;
  /** The exact length of the request's body. */
  readonly bytes: number;
}

/** Which requests an upload takes. The first part creates the batch or appends to it, every later one appends. */
export interface UploadPlan {
  readonly batch:
    | { readonly is: 'create'; readonly batchId: string }
    /** `existing.id` is the service's spelling, the one to use in addresses. */
    | { readonly is: 'append'; readonly existing: BatchSummary };
  readonly parts: readonly PlannedPart[];
}

export interface PlanLimits {
  /** At least 1. */
  readonly maxDevicesPerRequest: number;
  readonly maxBodyBytes?: number;
}

/** What is to be uploaded, and the name of its batch as written. */
export interface PlannedBatch {
  readonly batchId: string;
  readonly devices: readonly UploadDevice[];
}

/** Plans the upload of `devices` to `batchId`, which is appended to if it is among the `batches` the service lists. */
export function planUpload(batch: PlannedBatch, batches: readonly BatchSummary[], limits: PlanLimits): UploadPlan {
  return drain(planUploadInSteps(batch, batches, limits));
}

/** {@link planUpload}, with a pause after each part that was measured, so that a host can do other things. */
export function* planUploadInSteps(
  { batchId, devices }: PlannedBatch,
  batches: readonly BatchSummary[],
  limits: PlanLimits,
): Generator<void, UploadPlan> {
  const existing = findBatch(batches, batchId);
  const frame = existing === undefined ? createFrameBytes(batchId) : appendFrameBytes;
  const parts: PlannedPart[] = [];
  for (const part of partsOf(devices, frame, limits)) {
    parts.push(part);
    yield;
  }
  return { batch: existing === undefined ? { is: 'create', batchId } : { is: 'append', existing }, parts };
}

/** Cuts `devices` into parts within the limits, keeping their order. `firstFrameBytes` is what the first body has around its devices. */
function* partsOf(
  devices: readonly UploadDevice[],
  firstFrameBytes: number,
  limits: PlanLimits,
): Generator<PlannedPart> {
  const most = limits.maxBodyBytes ?? maxBodyBytes;
  let part: PlannedPart = { first: 0, count: 0, bytes: firstFrameBytes };
  for (const [index, device] of devices.entries()) {
    const size = deviceBytes(device);
    const full = part.count === limits.maxDevicesPerRequest || (part.count > 0 && part.bytes + 1 + size > most);
    if (full) {
      yield part;
      part = { first: index, count: 0, bytes: appendFrameBytes };
    }
    part = { ...part, count: part.count + 1, bytes: part.bytes + size + (part.count > 0 ? 1 : 0) };
  }
  if (part.count > 0) {
    yield part;
  }
}
