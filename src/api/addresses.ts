import { ApiError } from './apiError.ts';

/** The addresses of the service's resources (Partner Center REST, "Device deployment" and "Manage customers"). */
export const addresses = {
  customers: (base: URL, query = ''): URL => addressOf(base, ['customers'], query),
  customer: (base: URL, customerId: string): URL => addressOf(base, ['customers', customerId]),
  batches: (base: URL, customerId: string, query = ''): URL =>
    addressOf(base, ['customers', customerId, 'deviceBatches'], query),
  /** `batchId` in the service's spelling. */
  batchDevices: (base: URL, customerId: string, batchId: string, query = ''): URL =>
    addressOf(base, ['customers', customerId, 'deviceBatches', batchId, 'devices'], query),
  jobStatus: (base: URL, customerId: string, trackingId: string): URL =>
    addressOf(base, ['customers', customerId, 'batchJobStatus', trackingId]),
} as const;

/** @throws {ApiError} `unaddressable` for a part that an address cannot carry, such as `..`, which means something else there. */
function addressOf(base: URL, parts: readonly string[], query = ''): URL {
  const path = `/v1/${parts.map(encodePart).join('/')}`;
  const url = new URL(path, base.origin);
  url.search = query;
  if (url.pathname !== path) {
    throw new ApiError({ reason: 'unaddressable' }, undefined);
  }
  return url;
}

function encodePart(part: string): string {
  if (part === '' || !part.isWellFormed()) {
    throw new ApiError({ reason: 'unaddressable' }, undefined);
  }
  return encodeURIComponent(part);
}
