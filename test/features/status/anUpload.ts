import type { DeviceOutcome } from '../../../src/core/upload/outcome.ts';
import { phaseOf } from '../../../src/uploads/uploadPhase.ts';
import type { Job, Part, UploadRecord } from '../../../src/uploads/uploadRecord.ts';
import type { UploadView } from '../../../src/uploads/uploads.ts';

export const customerId = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
export const trackingId = 'beba2053-5401-46ff-9223-7e841ed78fbf';
export const uploadId = '00000000-0000-4000-8000-000000000001';

/** An upload to Contoso as its window sees it: `parts` follow one another, their devices have the serial numbers S1, S2 … */
export function anUpload(parts: readonly Part[], changes: Partial<UploadView & UploadRecord> = {}): UploadView {
  const { isRunning = true, blockage, ...recordChanges } = changes;
  const record: UploadRecord = {
    format: 1,
    id: uploadId,
    createdAt: Date.UTC(2026, 2, 5, 14, 30),
    manifest: { uri: 'file:///manifests/Sales%20laptops.devicebatch.json', digest: 'd1' },
    customer: { id: customerId, companyName: 'Contoso Ltd', domain: 'contoso.onmicrosoft.com' },
    account: {
      cloud: 'public',
      base: 'https://api.partnercenter.microsoft.com',
      id: 'a1',
      label: 'kim@fabrikam.example',
    },
    batch: { id: 'Sales laptops', is: 'created' },
    devices: Array.from({ length: parts.reduce((sum, { count }) => sum + count, 0) }, (_, place) => ({
      serialNumber: `S${place + 1}`,
    })),
    parts,
    ...recordChanges,
  };
  return { record, phase: phaseOf(record), isRunning, blockage };
}

/** The first part, accepted, with a job that has ended with these outcomes. */
export function endedPart(
  devices: readonly DeviceOutcome[],
  changes: Partial<Extract<Job, { is: 'ended' }>> = {},
): Part {
  return {
    first: 0,
    count: devices.length,
    is: 'accepted',
    acceptedAt: Date.UTC(2026, 2, 5, 14, 31),
    job: { is: 'ended', trackingId, outcome: { state: 'finished', devices, unmatched: [] }, ...changes },
  };
}

/** The first part, accepted, with a job that goes on. */
export function watchedPart(devices: readonly DeviceOutcome[]): Part {
  return {
    first: 0,
    count: devices.length,
    is: 'accepted',
    acceptedAt: 0,
    job: { is: 'watched', watchedSince: 0, trackingId, outcome: { state: 'processing', devices, unmatched: [] } },
  };
}

export const registered: DeviceOutcome = { is: 'registered', matchedBy: 'serial-number' };
export const byPosition: DeviceOutcome = { is: 'registered', matchedBy: 'position' };
export const already: DeviceOutcome = {
  is: 'already-registered',
  matchedBy: 'serial-number',
  error: { code: '806', description: 'ZtdDeviceAlreadyAssigned' },
};
export const waiting: DeviceOutcome = { is: 'waiting' };
export const unanswered: DeviceOutcome = { is: 'unanswered' };

export function failed(code: string | undefined, description?: string): DeviceOutcome {
  return { is: 'failed', matchedBy: 'serial-number', error: { code, description } };
}
