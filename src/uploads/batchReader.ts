import { ApiError } from '../api/apiError.ts';
import { findBatch } from '../core/upload/batchSummary.ts';
import type { DeviceIdentity } from '../core/upload/deviceIdentity.ts';
import type { ListedDevice } from '../core/upload/listedDevice.ts';
import { presenceOf } from '../core/upload/presence.ts';
import type { UploadDevice } from '../core/upload/uploadDevice.ts';
import { partIdentities } from './recordedDevices.ts';
import type { UploadClient } from './uploadPorts.ts';
import type { BatchReading, Part, UploadRecord } from './uploadRecord.ts';

interface ReaderPorts {
  readonly client: UploadClient;
  readonly now: () => number;
}

/** Reads how an upload's batch stands, as evidence of whether a part arrived. */
export class BatchReader {
  readonly #ports: ReaderPorts;
  #listedAtFirst: readonly ListedDevice[] | 'refused' | undefined;

  constructor(ports: ReaderPorts) {
    this.#ports = ports;
  }

  /**
   * Reads the batch before a part is sent.
   *
   * Its list, a request for every hundred devices, is read the first time only. The devices of parts that may have
   * arrived since then count as listed, so that none of them is ever taken for a trace of this part. If this account may
   * not read the list, all devices count as listed: nothing that is seen later proves then that the part arrived.
   */
  async before(
    record: UploadRecord,
    part: Part,
    sent: readonly UploadDevice[],
    signal: AbortSignal,
  ): Promise<BatchReading> {
    const batch = await this.#find(record, signal);
    if (batch !== undefined) {
      this.#listedAtFirst ??= await this.#listUnlessRefused(record, batch.id, signal);
    }
    const arrived = record.parts.filter(({ is }) => is !== 'planned' && is !== 'cancelled');
    const known = arrived.flatMap(other => partIdentities(record, other, sent).flatMap(asListed));
    const first = this.#listedAtFirst ?? [];
    return {
      readAt: this.#ports.now(),
      batchId: batch?.id,
      devicesCount: batch?.devicesCount,
      listed: first === 'refused' ? part.count : countListed(partIdentities(record, part, sent), [...first, ...known]),
    };
  }

  /** Reads the batch anew, to find a part that may have arrived. */
  async afterwards(
    record: UploadRecord,
    part: Part,
    sent: readonly UploadDevice[] | undefined,
    signal: AbortSignal,
  ): Promise<BatchReading> {
    const batch = await this.#find(record, signal);
    const listed = batch === undefined ? [] : await this.#list(record, batch.id, signal);
    return {
      readAt: this.#ports.now(),
      batchId: batch?.id,
      devicesCount: batch?.devicesCount,
      listed: countListed(partIdentities(record, part, sent), listed),
    };
  }

  async #find({ customer, batch }: UploadRecord, signal: AbortSignal) {
    return findBatch(await this.#ports.client.batches(customer.id, signal), batch.id);
  }

  async #listUnlessRefused(
    record: UploadRecord,
    batchId: string,
    signal: AbortSignal,
  ): Promise<readonly ListedDevice[] | 'refused'> {
    try {
      return await this.#list(record, batchId, signal);
    } catch (error) {
      if (ApiError.is(error, 'forbidden')) {
        return 'refused';
      }
      throw error;
    }
  }

  /** A batch that is listed but has no list of devices yet has none. */
  async #list({ customer }: UploadRecord, batchId: string, signal: AbortSignal): Promise<readonly ListedDevice[]> {
    try {
      return await this.#ports.client.batchDevices(customer.id, batchId, signal);
    } catch (error) {
      if (ApiError.is(error, 'not-found')) {
        return [];
      }
      throw error;
    }
  }
}

function countListed(devices: readonly DeviceIdentity[], listed: readonly ListedDevice[]): number {
  return presenceOf(devices, listed).filter(presence => presence === 'listed').length;
}

function asListed({ serialNumber, hashSerialNumber, productKey }: DeviceIdentity): readonly ListedDevice[] {
  return [{ serialNumber, productKey }, { serialNumber: hashSerialNumber }];
}
