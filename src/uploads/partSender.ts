import { ApiError } from '../api/apiError.ts';
import type { Acceptance } from '../api/partnerCenterClient.ts';
import type { UploadPart } from '../api/uploadRequest.ts';
import type { UploadDevice } from '../core/upload/uploadDevice.ts';
import type { BatchReader } from './batchReader.ts';
import { passesByItself, retryAfterOf } from './failureKind.ts';
import type { LiveRecord } from './liveRecord.ts';
import type { LookSchedule } from './lookSchedule.ts';
import { patienceMs } from './rhythm.ts';
import type { UploadClient, UploadPorts } from './uploadPorts.ts';
import type { Part, UploadRecord } from './uploadRecord.ts';

interface SenderPorts extends Pick<UploadPorts, 'clock' | 'newId'> {
  readonly client: UploadClient;
  readonly live: LiveRecord;
  readonly reader: BatchReader;
  readonly schedule: LookSchedule;
  /** All devices as confirmed; `undefined` if the manifest is another one now. */
  readonly devices: () => Promise<readonly UploadDevice[] | undefined>;
}

/** Sends the parts of an upload, each once the batch was read and everything is written down. */
export class PartSender {
  readonly #ports: SenderPorts;
  #batchMissingSince: number | undefined;
  #troubleSince: number | undefined;

  constructor(ports: SenderPorts) {
    this.#ports = ports;
  }

  /** Reads the batch, upon which the part is sent, waits for the batch, or waits for the user. */
  async prepare(index: number, signal: AbortSignal): Promise<void> {
    const { live, reader, newId } = this.#ports;
    const part = live.value.parts[index];
    const devices = await this.#ports.devices();
    if (part === undefined || devices === undefined) {
      return live.happen({ is: 'manifest-changed' });
    }
    try {
      const reading = await reader.before(live.value, part, devices, signal);
      await live.happen({ is: 'batch-read', part: index, reading, requestId: newId() });
    } catch (error) {
      return this.#failed(index, error);
    }
    const { parts, stop } = live.value;
    if (parts[index]?.is === 'planned' && stop === undefined) {
      return this.#waitForBatch();
    }
    this.#batchMissingSince = undefined;
  }

  /** Sends a part that is written down as being sent. */
  async send(index: number, signal: AbortSignal): Promise<void> {
    const { live } = this.#ports;
    const part = live.value.parts[index];
    const devices = await this.#ports.devices();
    if (part?.is !== 'sending' || devices === undefined) {
      return live.happen({ is: 'put-off', part: index });
    }
    try {
      const acceptance = await this.#upload(index, part, devices, signal);
      await live.happen({ is: 'accepted', part: index, ...acceptance });
      this.#troubleIsOver();
    } catch (error) {
      await this.#failed(index, error);
    }
  }

  async #upload(
    index: number,
    part: Extract<Part, { is: 'sending' }>,
    devices: readonly UploadDevice[],
    signal: AbortSignal,
  ): Promise<Acceptance> {
    const { live, client } = this.#ports;
    let mayHaveLeft = false;
    const beforeSend = async (requestId: string): Promise<void> => {
      if (mayHaveLeft) {
        await live.happen({ is: 'attempted', part: index, requestId });
      }
      await live.confirmLock();
      mayHaveLeft = true;
    };
    try {
      return await client.upload(
        uploadPart(live.value, part, devices),
        { requestId: part.requestId, beforeSend },
        signal,
      );
    } catch (error) {
      // The client promises that an interruption of another kind means: not accepted. Of any other error before the first
      // attempt that is certain too; after one it is not, and the part stays written down as being sent.
      if (!(error instanceof ApiError) && (signal.aborted || !mayHaveLeft)) {
        await live.happen({ is: 'put-off', part: index });
      }
      throw error;
    }
  }

  async #failed(index: number, error: unknown): Promise<void> {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    const { live, schedule, clock } = this.#ports;
    const { failure, ids } = error;
    if (failure.reason === 'unknown-outcome') {
      return live.happen({ is: 'outcome-lost', part: index, failure, ids });
    }
    const since = (this.#troubleSince ??= clock.now());
    if (passesByItself(failure) && this.#isPatient(since)) {
      await live.happen({ is: 'put-off', part: index });
      return schedule.later('batch', since, retryAfterOf(failure));
    }
    this.#troubleIsOver();
    return live.happen({ is: 'failed', part: index, failure, ids });
  }

  async #waitForBatch(): Promise<void> {
    const { live, schedule, clock } = this.#ports;
    const since = (this.#batchMissingSince ??= clock.now());
    if (clock.now() - since < patienceMs || live.value.parts.some(isBeingHandled)) {
      return schedule.later('batch', since);
    }
    this.#batchMissingSince = undefined;
    schedule.forget('batch');
    return live.happen({ is: 'batch-missing' });
  }

  /** Before anything was accepted the user is there and waits; between parts a trouble may take its time. */
  #isPatient(since: number): boolean {
    const { live, clock } = this.#ports;
    return live.value.parts.some(({ is }) => is === 'accepted') && clock.now() - since < patienceMs;
  }

  #troubleIsOver(): void {
    this.#troubleSince = undefined;
    this.#ports.schedule.forget('batch');
  }
}

function uploadPart(
  { customer, batch }: UploadRecord,
  { first, count }: Part,
  devices: readonly UploadDevice[],
): UploadPart {
  return {
    customerId: customer.id,
    kind: batch.is === 'to-create' ? 'create' : 'append',
    batchId: batch.id,
    devices: devices.slice(first, first + count),
  };
}

/** Whether the service may still be about to make the batch appear. */
function isBeingHandled(part: Part): boolean {
  return part.is === 'accepted' && part.job.is === 'watched';
}
