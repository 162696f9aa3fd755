import { isPlaceholder } from '../core/rules/placeholder.ts';
import { serialKeysOf } from '../core/upload/deviceIdentity.ts';
import type { DeviceVerdict } from '../core/upload/outcome.ts';
import { uniqueKeys } from '../core/upload/uniqueKeys.ts';
import { type DeviceAnswer, deviceAnswersOf } from './deviceAnswers.ts';
import { findDevices, isUnchanged, type PresentManifest } from './presentManifest.ts';
import type { RecordedDevice, UploadRecord } from './uploadRecord.ts';

/** What the service said about a device that it did not register, or had registered before. */
export interface DeviceFailure extends DeviceAnswer {
  readonly verdict: Exclude<DeviceVerdict, { readonly is: 'registered' }>;
}

/** What the service last said about a device that stands in the manifest just as it was sent. */
export interface DeviceResult extends DeviceFailure {
  /** Position in the manifest's devices. */
  readonly position: number;
}

/**
 * What the answers to a manifest's uploads still say about its devices, in their order: only the last answer about a device
 * counts, and only while nothing of the device was changed since.
 */
export function deviceResultsOf(records: readonly UploadRecord[], manifest: PresentManifest): readonly DeviceResult[] {
  const results = lastAnswers(records, manifest).flatMap(({ verdict, position, ...answer }): readonly DeviceResult[] =>
    verdict.is !== 'registered' && isUnchanged(answer.record, answer.place, manifest, position)
      ? [{ ...answer, verdict, position }]
      : [],
  );
  return withoutOutdated(results, records).toSorted((a, b) => a.position - b.position);
}

/**
 * The results that no other upload outdates. A failure is over once a later upload to the same customer, of whatever
 * manifest, finds the device registered. That a device was registered before is no news where one of the uploads
 * registered it, in the same batch.
 */
export function withoutOutdated<T extends DeviceFailure>(
  results: readonly T[],
  records: readonly UploadRecord[],
): readonly T[] {
  const registrations = registrationsOf(records, results);
  return results.filter(
    result => !keysOf(result.device).some(key => registrations.get(key)?.some(other => outdates(other, result))),
  );
}

/** The last answer about each device of the manifest that has one. */
function lastAnswers(
  records: readonly UploadRecord[],
  manifest: PresentManifest,
): readonly (DeviceAnswer & { readonly position: number })[] {
  const answers = new Map<number, DeviceAnswer & { readonly position: number }>();
  for (const record of records.filter(one => isOf(one, manifest)).sort((a, b) => b.createdAt - a.createdAt)) {
    const own = [...deviceAnswersOf(record)];
    const find = own.length === 0 ? undefined : findDevices(record, manifest);
    for (const answer of own) {
      const position = find?.(answer.place);
      if (position !== undefined && !answers.has(position)) {
        answers.set(position, { ...answer, position });
      }
    }
  }
  return [...answers.values()];
}

/** What was said about another customer's devices says nothing, once the manifest is pinned to this one. */
function isOf({ manifest, customer }: UploadRecord, { uri, customerId }: PresentManifest): boolean {
  return manifest.uri === uri && (customerId === undefined || customer.id === customerId);
}

/** Every upload's finding that one of these devices is registered, by the keys of the device. */
function registrationsOf(
  records: readonly UploadRecord[],
  results: readonly DeviceFailure[],
): ReadonlyMap<string, readonly DeviceAnswer[]> {
  const wanted = new Set(results.flatMap(({ device }) => keysOf(device)));
  const found = new Map<string, DeviceAnswer[]>();
  const customers = new Set(results.map(({ record }) => customerOf(record)));
  for (const record of records.filter(one => customers.has(customerOf(one)))) {
    const keys = uniqueKeys(record.devices.map(device => keysOf(device).filter(key => wanted.has(key))));
    const answers = new Map([...deviceAnswersOf(record)].map(answer => [answer.place, answer]));
    for (const [key, place] of keys) {
      const answer = answers.get(place);
      if (answer !== undefined && answer.verdict.is !== 'failed') {
        found.set(key, [...(found.get(key) ?? []), answer]);
      }
    }
  }
  return found;
}

function outdates(registration: DeviceAnswer, { record, verdict }: DeviceFailure): boolean {
  const other = registration.record;
  if (customerOf(other) !== customerOf(record)) {
    return false;
  }
  return verdict.is === 'failed'
    ? other.createdAt > record.createdAt
    : registration.verdict.is === 'registered' && other.createdAt < record.createdAt && isSameBatch(other, record);
}

/** The same customer of the same Partner Center: the emulator knows nothing of the real one. */
function customerOf({ account, customer }: UploadRecord): string {
  return `${account.base} ${customer.id}`;
}

function isSameBatch(a: UploadRecord, b: UploadRecord): boolean {
  return a.batch.id.toLowerCase() === b.batch.id.toLowerCase();
}

/** By what a device is known in other uploads: its serial numbers, but for those that thousands of machines share, and its print. */
function keysOf(device: RecordedDevice): readonly string[] {
  const serials = [...serialKeysOf(device)].filter(serial => !isPlaceholder(serial));
  return device.print === undefined ? serials : [...serials, `print ${device.print}`];
}
