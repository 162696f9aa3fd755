import type { MatchedBy } from '../core/upload/matchDevices.ts';
import type { DeviceOutcome, DeviceVerdict } from '../core/upload/outcome.ts';
import type { Part, RecordedDevice, UploadRecord } from './uploadRecord.ts';

/** What the service decided about one device of an upload. */
export interface DeviceAnswer {
  readonly record: UploadRecord;
  /** Position in the record's devices. */
  readonly place: number;
  readonly device: RecordedDevice;
  readonly verdict: DeviceVerdict;
  /** By what the service's answer was found to be about the device. */
  readonly matchedBy: MatchedBy;
}

/** Every decision about the devices of an upload, in their order. */
export function* deviceAnswersOf(record: UploadRecord): Generator<DeviceAnswer> {
  for (const part of record.parts) {
    for (const [index, verdict] of outcomesOf(part).entries()) {
      const place = part.first + index;
      const device = record.devices[place];
      if (device !== undefined && 'matchedBy' in verdict) {
        yield { record, place, device, verdict, matchedBy: verdict.matchedBy };
      }
    }
  }
}

/** What has become of the device at a position of the record's devices; `undefined` before the first answer. */
export function outcomeAt({ parts }: UploadRecord, place: number): DeviceOutcome | undefined {
  const part = parts.find(({ first, count }) => place >= first && place < first + count);
  return part && outcomesOf(part)[place - part.first];
}

function outcomesOf(part: Part): readonly DeviceOutcome[] {
  return part.is === 'accepted' && part.job.is !== 'untracked' ? (part.job.outcome?.devices ?? []) : [];
}
