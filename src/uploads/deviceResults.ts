import { isPlaceholder } from '../core/rules/placeholder.ts';
import { serialKeysOf } from '../core/upload/deviceIdentity.ts';
import type { DeviceVerdict } from '../core/upload/outcome.ts';
import { type DeviceAnswer, deviceAnswersOf, outcomeAt } from './deviceAnswers.ts';
import { type RecordedKeys, recordedKeysOf } from './deviceKeys.ts';
import { findDevices } from './findDevices.ts';
import type { PresentManifest } from './presentManifest.ts';
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

/** How many devices are compared with what was sent of them between two pauses. */
const devicesPerStep = 32;

/**
 * What the answers to a manifest's uploads still say about its devices, in their order: only the last answer about a device
 * counts, and only while nothing of the device was changed since. In steps that let a host do other things.
 */
export function* deviceResultsOf(
  records: readonly UploadRecord[],
  manifest: PresentManifest,
): Generator<void, readonly DeviceResult[]> {
  const answers = yield* lastAnswers(records, manifest);
  const results: DeviceResult[] = [];
  for (const { verdict, position, ...answer } of answers) {
    if (verdict.is !== 'registered' && isUnchanged(answer, position, manifest)) {
      results.push({ ...answer, verdict, position });
      if (results.length % devicesPerStep === 0) yield;
    }
  }
  return (yield* withoutOutdated(results, records)).toSorted((a, b) => a.position - b.position);
}

/**
 * The results that no other upload outdates. A failure is over once a later upload to the same customer, of whatever
 * manifest, finds the device registered. That a device was registered before is no news where one of the uploads
 * registered it, in the same batch.
 */
export function* withoutOutdated<T extends DeviceFailure>(
  results: readonly T[],
  records: readonly UploadRecord[],
): Generator<void, readonly T[]> {
  let left = results;
  for (const record of records) {
    if (left.some(result => mayOutdate(record, result))) {
      const keys = yield* recordedKeysOf(record);
      left = left.filter(result => !mayOutdate(record, result) || !registers(record, keys, result));
      yield;
    }
  }
  return left;
}

type PlacedAnswer = DeviceAnswer & Pick<DeviceResult, 'position'>;

/** The last answer about each device of the manifest that has one. */
function* lastAnswers(
  records: readonly UploadRecord[],
  manifest: PresentManifest,
): Generator<void, Iterable<PlacedAnswer>> {
  const answers = new Map<number, PlacedAnswer>();
  for (const record of records.filter(one => isOf(one, manifest)).sort((a, b) => b.createdAt - a.createdAt)) {
    const own = [...deviceAnswersOf(record)];
    const places = own.map(({ place }) => place);
    const positions = own.length === 0 ? new Map<number, number>() : yield* findDevices(record, places, manifest);
    for (const answer of own) {
      const position = positions.get(answer.place);
      if (position !== undefined && !answers.has(position)) {
        answers.set(position, { ...answer, position });
      }
    }
    yield;
  }
  return answers.values();
}

/** What was said about another customer's devices says nothing, once the manifest is pinned to this one. */
function isOf({ manifest, customer }: UploadRecord, { uri, customerId }: PresentManifest): boolean {
  return manifest.uri === uri && (customerId === undefined || customer.id === customerId);
}

function isUnchanged(
  { record, device }: Pick<DeviceAnswer, 'record' | 'device'>,
  position: number,
  manifest: PresentManifest,
): boolean {
  return (
    device.print === undefined ||
    record.manifest.digest === manifest.digest ||
    device.print === manifest.devices[position]?.print()
  );
}

/** Whether it matters for the result what another upload says about the device. */
function mayOutdate(other: UploadRecord, { record, verdict }: DeviceFailure): boolean {
  if (customerOf(other) !== customerOf(record)) {
    return false;
  }
  return verdict.is === 'failed'
    ? other.createdAt > record.createdAt
    : other.createdAt < record.createdAt && other.batch.id.toLowerCase() === record.batch.id.toLowerCase();
}

/** The same customer of the same Partner Center: the emulator knows nothing of the real one. */
function customerOf({ account, customer }: UploadRecord): string {
  return `${account.base} ${customer.id}`;
}

/** Whether the upload registered the device; for a failure it is enough if it found the device registered. */
function registers(record: UploadRecord, keys: RecordedKeys, { device, verdict }: DeviceFailure): boolean {
  return placesOf(device, keys).some(place => {
    const is = outcomeAt(record, place)?.is;
    return is === 'registered' || (is === 'already-registered' && verdict.is === 'failed');
  });
}

/** Where a device stands in another upload: by its serial numbers, but for those that thousands of machines share, or unchanged. */
function placesOf(device: RecordedDevice, { serials, prints }: RecordedKeys): readonly number[] {
  const own = serialKeysOf(device)
    .filter(serial => !isPlaceholder(serial))
    .map(serial => serials.get(serial));
  return [...own, prints.get(device.print ?? '')].filter(place => place !== undefined);
}
