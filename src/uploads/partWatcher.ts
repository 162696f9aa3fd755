import { ApiError, type ApiFailure, type ExchangeIds } from '../api/apiError.ts';
import type { UploadDevice } from '../core/upload/uploadDevice.ts';
import type { BatchReader } from './batchReader.ts';
import { passesByItself, retryAfterOf } from './failureKind.ts';
import type { LiveRecord } from './liveRecord.ts';
import type { LookSchedule } from './lookSchedule.ts';
import { partIdentities } from './recordedDevices.ts';
import type { UploadClient } from './uploadPorts.ts';
import type { Part } from './uploadRecord.ts';

interface WatcherPorts {
  readonly client: UploadClient;
  readonly live: LiveRecord;
  readonly reader: BatchReader;
  readonly schedule: LookSchedule;
  /** All devices as confirmed, to recognise them better; `undefined` if the manifest is another one now. */
  readonly devices: () => Promise<readonly UploadDevice[] | undefined>;
}

/** A failure that every look would meet until somebody does something: there is no token, no right, no trust. */
export interface Blockage {
  readonly failure: ApiFailure;
  readonly ids: ExchangeIds | undefined;
}

/** Looks at what was sent. Every method makes one look, and returns what blocks all of them, if something does. */
export class PartWatcher {
  readonly #ports: WatcherPorts;

  constructor(ports: WatcherPorts) {
    this.#ports = ports;
  }

  /** Looks in the batch for a part whose outcome is unknown. */
  async look(index: number, signal: AbortSignal): Promise<Blockage | undefined> {
    const { live, reader } = this.#ports;
    const part = live.value.parts[index];
    if (part?.is !== 'unknown') {
      return undefined;
    }
    return this.#attempt(part, part.sentAt, async () => {
      const reading = await reader.afterwards(live.value, part, await this.#ports.devices(), signal);
      await live.happen({ is: 'looked', part: index, reading });
    });
  }

  /** Asks how the job of an accepted part is. */
  async ask(index: number, signal: AbortSignal): Promise<Blockage | undefined> {
    const { live, client } = this.#ports;
    const { parts, customer } = live.value;
    const part = parts[index];
    if (part?.is !== 'accepted' || part.job.is !== 'watched') {
      return undefined;
    }
    const { trackingId, watchedSince } = part.job;
    return this.#attempt(part, watchedSince, async () => {
      try {
        const { report } = await client.jobStatus({ customerId: customer.id, trackingId }, signal);
        const devices = partIdentities(live.value, part, await this.#ports.devices());
        await live.happen({ is: 'reported', part: index, report, devices });
      } catch (error) {
        if (!ApiError.is(error, 'not-found')) {
          throw error;
        }
        await live.happen({ is: 'job-missing', part: index });
      }
    });
  }

  async #attempt({ first }: Part, since: number, look: () => Promise<void>): Promise<Blockage | undefined> {
    const { schedule } = this.#ports;
    try {
      await look();
      schedule.later(first, since);
      return undefined;
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      const { failure, ids } = error;
      if (!passesByItself(failure)) {
        return { failure, ids };
      }
      schedule.later(first, since, retryAfterOf(failure));
      return undefined;
    }
  }
}
