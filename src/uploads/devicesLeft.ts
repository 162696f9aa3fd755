import { drain } from '../core/manifest/drain.ts';
import { deviceAnswersOf } from './deviceAnswers.ts';
import { type DeviceFailure, withoutOutdated } from './deviceResults.ts';
import { findDevices } from './findDevices.ts';
import type { PresentManifest } from './presentManifest.ts';
import type { UploadRecord } from './uploadRecord.ts';

/** A device of an upload that was not registered: because it failed, or because it was not sent. */
export interface DeviceLeft {
  /** Position in the record's devices. */
  readonly place: number;
  /** Why it failed; `undefined` if it was not sent. */
  readonly failure?: DeviceFailure;
}

/** The devices of an upload that failed, but for those that a later one of the `records` found registered. */
export function failedDevicesOf(record: UploadRecord, records: readonly UploadRecord[]): readonly DeviceLeft[] {
  const failed = [...deviceAnswersOf(record)].flatMap(({ verdict, ...answer }) =>
    verdict.is === 'failed' ? [{ ...answer, verdict }] : [],
  );
  return drain(withoutOutdated(failed, records)).map(failure => ({ place: failure.place, failure }));
}

/** The devices of an upload that were not sent. */
export function unsentDevicesOf({ parts }: UploadRecord): readonly DeviceLeft[] {
  return parts
    .filter(({ is }) => is === 'planned' || is === 'cancelled')
    .flatMap(({ first, count }) => Array.from({ length: count }, (_, index) => ({ place: first + index })));
}

/** Devices that are left, where they stand in a manifest now. */
export interface FoundDevices {
  /** In the manifest's order; `position` is one in its devices. */
  readonly found: readonly (DeviceLeft & { readonly position: number })[];
  /** How many the manifest has no longer, or not for certain. */
  readonly missing: number;
}

export function findDevicesLeft(
  record: UploadRecord,
  left: readonly DeviceLeft[],
  manifest: PresentManifest,
): FoundDevices {
  const places = left.map(({ place }) => place);
  const positions = drain(findDevices(record, places, manifest));
  const found = new Map<number, DeviceLeft & { readonly position: number }>();
  for (const device of left) {
    const position = positions.get(device.place);
    if (position !== undefined && !found.has(position)) {
      found.set(position, { ...device, position });
    }
  }
  return {
    found: [...found.values()].sort((a, b) => a.position - b.position),
    missing: left.length - found.size,
  };
}
