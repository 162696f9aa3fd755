import { accepted, type Answer, fault } from './answer.ts';
import { membersOf } from './members.ts';
import type { JobTimes, Registry } from './registry.ts';
import { RefusedBody, submittedDevicesOf } from './submittedDevice.ts';

/**
 * Creates a batch with devices. The documentation asks for a unique name and does not say what a second use of one is
 * answered with; here that is 409.
 *
 * Source: Partner Center developer documentation, "Upload a list of devices to create a new batch for the specified
 * customer".
 */
export function createBatch(registry: Registry, customerId: string, body: string, times: JobTimes): Answer {
  return unlessRefused(() => {
    const members = membersOf(parsedBody(body));
    const batchId = members?.get('batchid');
    if (typeof batchId !== 'string' || batchId.trim() === '') {
      return fault(400, '3000', 'Invalid property: BatchId.');
    }
    const devices = submittedDevicesOf(members?.get('devices'));
    if (registry.batch(customerId, batchId) !== undefined) {
      return fault(409, '409', 'A batch of this name exists already.');
    }
    const { trackingId } = registry.accept({ customerId, batchId, kind: 'create', devices }, times);
    return accepted(customerId, trackingId);
  });
}

/**
 * Adds devices, a bare list, to a batch that is there; its name matches in any case.
 *
 * Source: Partner Center developer documentation, "Upload a list of devices to an existing batch for the specified
 * customer".
 */
export function appendDevices(
  registry: Registry,
  batch: { readonly customerId: string; readonly batchId: string },
  body: string,
  times: JobTimes,
): Answer {
  return unlessRefused(() => {
    const devices = submittedDevicesOf(parsedBody(body));
    const { trackingId } = registry.accept({ ...batch, kind: 'append', devices }, times);
    return accepted(batch.customerId, trackingId);
  });
}

function unlessRefused(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof RefusedBody) {
      return error.answer;
    }
    throw error;
  }
}

function parsedBody(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, ''));
  } catch {
    throw new RefusedBody(fault(400, '800002', 'Invalid request input: the body is not JSON.'));
  }
}
