import { RecordTexts } from './recordText.ts';
import type { UploadEvent } from './uploadEvent.ts';
import { after } from './uploadMachine.ts';
import type { Lock, UploadPorts } from './uploadPorts.ts';
import type { UploadRecord } from './uploadRecord.ts';

/** Thrown when another window has taken the upload over. */
export class LockLost extends Error {
  override readonly name = 'LockLost';
}

type WithoutTime<E> = E extends UploadEvent ? Omit<E, 'at'> : never;

export interface LiveRecordPorts extends Pick<UploadPorts, 'store' | 'clock' | 'redact'> {
  readonly lock: Lock;
  /** Told of every change before it is written down: what was learned must not get lost with a full disk. */
  readonly onChange: (record: UploadRecord, event: UploadEvent) => void;
}

/** The record of a running upload: what happens to it is written down before it has consequences. */
export class LiveRecord {
  readonly #ports: LiveRecordPorts;
  readonly #texts: RecordTexts;
  #record: UploadRecord;
  #writing: Promise<void> = Promise.resolve();

  constructor(record: UploadRecord, ports: LiveRecordPorts) {
    this.#record = record;
    this.#ports = ports;
    this.#texts = new RecordTexts(ports.redact);
  }

  get value(): UploadRecord {
    return this.#record;
  }

  /**
   * Applies an event. When it returns, what came of it is on disk, except for the reports of a job that goes on: those can
   * be had again.
   *
   * @throws {LockLost}, or what the record store throws; from then on nothing is written any more.
   */
  async happen(event: WithoutTime<UploadEvent>): Promise<void> {
    const timed: UploadEvent = { ...event, at: this.#ports.clock.now() };
    const next = after(this.#record, timed);
    if (next === this.#record) {
      return;
    }
    this.#record = next;
    this.#ports.onChange(next, timed);
    if (!isPassing(timed, next)) {
      await this.write();
    }
  }

  /** Writes the record as it is. Writes follow one another, each with what is the latest when its turn comes. */
  async write(): Promise<void> {
    this.#writing = this.#writeAfter(this.#writing);
    return this.#writing;
  }

  async #writeAfter(earlier: Promise<void>): Promise<void> {
    await earlier;
    await this.confirmLock();
    await this.#ports.store.write(this.#record.id, this.#texts.of(this.#record));
  }

  /** @throws {LockLost} if this window no longer runs the upload. */
  async confirmLock(): Promise<void> {
    if (!(await this.#ports.lock.isHeld())) {
      throw new LockLost('Another window runs this upload');
    }
  }
}

function isPassing(event: UploadEvent, { parts }: UploadRecord): boolean {
  const part = event.is === 'reported' ? parts[event.part] : undefined;
  return part?.is === 'accepted' && part.job.is === 'watched';
}
