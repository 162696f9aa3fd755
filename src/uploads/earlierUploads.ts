import { isPlaceholder } from '../core/rules/placeholder.ts';
import { type DeviceIdentity, serialKeysOf } from '../core/upload/deviceIdentity.ts';
import type { Part, RecordedDevice, UploadRecord } from './uploadRecord.ts';

/** The uploads of the very same text to the same customer and batch of which something was sent, latest first. */
export function earlierUploadsOf(
  records: readonly UploadRecord[],
  { digest, customerId, batchId }: { readonly digest: string; readonly customerId: string; readonly batchId: string },
): readonly UploadRecord[] {
  return records
    .filter(
      ({ manifest, customer, batch, parts }) =>
        manifest.digest === digest &&
        customer.id === customerId &&
        batch.id.toLowerCase() === batchId.toLowerCase() &&
        parts.some(wasSent),
    )
    .sort((a, b) => b.createdAt - a.createdAt);
}

/**
 * Finds the serial numbers among `devices` that an upload to another customer has sent, each with the latest such upload.
 * It pauses after each record, so that a host can do other things.
 */
export function* sentElsewhere(
  records: readonly UploadRecord[],
  devices: readonly DeviceIdentity[],
  customerId: string,
): Generator<void, ReadonlyMap<string, UploadRecord>> {
  const wanted = new Set(devices.flatMap(serialsOf));
  const found = new Map<string, UploadRecord>();
  const elsewhere = records.filter(({ customer }) => customer.id !== customerId);
  for (const record of elsewhere.sort((a, b) => a.createdAt - b.createdAt)) {
    yield;
    for (const serial of sentSerials(record)) {
      if (wanted.has(serial)) {
        found.set(serial, record);
      }
    }
  }
  return found;
}

function* sentSerials(record: UploadRecord): Iterable<string> {
  for (const part of record.parts.filter(wasSent)) {
    yield* devicesOf(record, part).flatMap(serialsOf);
  }
}

/** Whether the part reached the service, or may have. */
function wasSent({ is }: Part): boolean {
  return is !== 'planned' && is !== 'cancelled';
}

function devicesOf({ devices }: UploadRecord, { first, count }: Part): readonly RecordedDevice[] {
  return devices.slice(first, first + count);
}

/** The serial numbers that are the device's own, as keys: not those that thousands of machines share. */
function serialsOf(device: DeviceIdentity): readonly string[] {
  return serialKeysOf(device).filter(serial => !isPlaceholder(serial));
}
