import type { DeviceReport, JobReport } from '../../core/upload/jobReport.ts';
import { WireObject } from './wireObject.ts';

/** Decodes BatchUploadDetails; `undefined` if the value is nothing like it: no object, or none of its members. */
export function jobReportOf(value: unknown): JobReport | undefined {
  const job = WireObject.of(value);
  if (job === undefined || !['status', 'devicesStatus', 'batchTrackingId'].some(name => job.has(name))) {
    return undefined;
  }
  return {
    trackingId: job.text('batchTrackingId'),
    status: job.text('status'),
    startedAt: job.time('startedTime'),
    completedAt: job.time('completedTime'),
    // An entry that is no object keeps its place: position may be all there is to match by.
    devices: (job.list('devicesStatus') ?? []).map(deviceReportOf),
  };
}

/** Decodes DeviceUploadDetails. */
function deviceReportOf(value: unknown): DeviceReport {
  const device = WireObject.of(value);
  return {
    deviceId: device?.text('deviceId'),
    serialNumber: device?.text('serialNumber'),
    productKey: device?.text('productKey'),
    status: device?.text('status'),
    errorCode: device?.text('errorCode'),
    errorDescription: device?.text('errorDescription'),
  };
}
