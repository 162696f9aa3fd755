import type { Answer } from './answer.ts';
import type { DeviceAnswer, Job, Registry } from './registry.ts';
import type { SubmittedDevice } from './submittedDevice.ts';
import { wireDate } from './wireDate.ts';

/**
 * Shows how far a job is. There is no `devicesStatus` while it is queued, and no Content-Type ever.
 *
 * Once done, a job that created a batch is `finished` even if devices failed (as in the example of Partner Center's "Get
 * the status of a device batch upload"), and one that appended is then `finished_with_errors` (as the open-source client
 * CIPP has met it).
 */
export function showStatus(registry: Registry, job: Job, now: number): Answer {
  const answers = registry.answers(job);
  const isFinished = job.finishesAt <= now;
  const body = {
    batchTrackingId: job.trackingId,
    status: jobStatus(job, answers, isFinished),
    startedTime: answers === undefined ? wireDate.none : wireDate.zoneless(job.startsAt),
    completedTime: isFinished ? wireDate.zoneless(job.finishesAt) : wireDate.none,
    devicesStatus: answers && job.devices.map((device, index) => deviceStatus(device, answers[index])),
    attributes: { objectType: 'BatchUploadDetails' },
  };
  return { status: 200, headers: {}, body: JSON.stringify(body) };
}

function jobStatus(job: Job, answers: readonly DeviceAnswer[] | undefined, isFinished: boolean): string {
  if (!isFinished) {
    return answers === undefined ? 'queued' : 'processing';
  }
  const hasErrors = answers?.some(({ is }) => is === 'refused') === true;
  return hasErrors && job.kind === 'append' ? 'finished_with_errors' : 'finished';
}

function deviceStatus(device: SubmittedDevice, answer: DeviceAnswer | undefined): unknown {
  const { serialNumber, productKey } = device;
  const attributes = { objectType: 'DeviceUploadDetails' };
  switch (answer?.is) {
    case undefined:
      return { serialNumber, productKey, status: 'in-progress', attributes };
    case 'refused': {
      const { errorCode, errorDescription } = answer;
      return { serialNumber, productKey, status: 'finished_with_errors', errorCode, errorDescription, attributes };
    }
    case 'registered': {
      // A device that was sent as a hash alone comes back without anything that tells which one it is.
      const isAnonymous = serialNumber === undefined && productKey === undefined;
      return {
        ...(!isAnonymous && { deviceId: answer.deviceId }),
        serialNumber,
        productKey,
        status: 'finished',
        attributes,
      };
    }
  }
}
