import type { DeviceIdentity } from '../core/upload/deviceIdentity.ts';
import type { UploadPlan } from '../core/upload/plan.ts';
import type { UploadDevice } from '../core/upload/uploadDevice.ts';
import { LockLost } from './liveRecord.ts';
import type { Blockage } from './partWatcher.ts';
import { readRecord, type StoredRecord } from './recordText.ts';
import { recordedDevicesOf } from './recordedDevices.ts';
import type { UploadEvent, UserEvent } from './uploadEvent.ts';
import { isUnfinished, phaseOf, type UploadPhase } from './uploadPhase.ts';
import type { Lock, UploadPorts } from './uploadPorts.ts';
import {
  type FrozenAccount,
  type ManifestReference,
  recordFormat,
  type RecordedCustomer,
  type UploadRecord,
} from './uploadRecord.ts';
import { UploadRun } from './uploadRun.ts';

/** What the user confirmed. */
export interface UploadOrder {
  readonly manifest: ManifestReference;
  readonly customer: RecordedCustomer;
  readonly account: FrozenAccount;
  readonly plan: UploadPlan;
  /** In the manifest's order, the one that the plan's parts count in. */
  readonly devices: readonly UploadDevice[];
  /** By what each of them may be shown, with what its hash tells. */
  readonly identities: readonly DeviceIdentity[];
}

/** An upload as this window knows it. */
export interface UploadView {
  readonly record: UploadRecord;
  readonly phase: UploadPhase;
  /** Whether this window runs it. If none does, it goes on only when it is taken up. */
  readonly isRunning: boolean;
  /** What made this window's last run of it end early. */
  readonly blockage: Blockage | undefined;
}

/** `event` is what changed the record; without one, something else about the view has changed. `view` is absent once it is forgotten. */
export interface UploadChange {
  readonly id: string;
  readonly view: UploadView | undefined;
  readonly event?: UploadEvent | undefined;
}

export interface UploadsPorts extends UploadPorts {
  readonly onChange: (change: UploadChange) => void;
  /** A run ended by an error that is no answer of the service: a full disk, a bug. Its record is what was last written. */
  readonly onError: (id: string, error: unknown) => void;
}

/** What the records' folder holds besides records. */
export interface Unreadable {
  readonly id: string;
  readonly is: 'from-the-future' | 'damaged';
}

export type StartResult =
  | { readonly is: 'started'; readonly id: string }
  /** The same manifest is being uploaded already. */
  | { readonly is: 'busy'; readonly view: UploadView | undefined };

/** `elsewhere`: another window runs the upload, and decides about it. */
export type DecisionResult = 'done' | 'elsewhere' | 'gone';

/** All uploads, running and past, of which each is run by one window at most. */
export class Uploads implements AsyncDisposable {
  readonly #ports: UploadsPorts;
  readonly #records = new Map<string, UploadRecord>();
  readonly #runs = new Map<string, Running>();
  readonly #blockages = new Map<string, Blockage>();
  readonly #starting = new Set<string>();
  /** What this window has run, unless another took it away: that it does not run any more has its reason. */
  readonly #ran = new Set<string>();
  #nextChange = Promise.withResolvers<void>();

  constructor(ports: UploadsPorts) {
    this.#ports = ports;
  }

  /** The uploads, latest first. */
  all(): readonly UploadView[] {
    return [...this.#records.values()].sort((a, b) => b.createdAt - a.createdAt).map(record => this.#viewOf(record));
  }

  view(id: string): UploadView | undefined {
    const record = this.#records.get(id);
    return record && this.#viewOf(record);
  }

  /** Reads the records' folder, for the first time or to see what other windows did. Returns what could not be read. */
  async load(): Promise<readonly Unreadable[]> {
    const ids = await this.#ports.store.ids();
    const unreadable: Unreadable[] = [];
    for (const id of ids) {
      const stored = this.#runs.has(id) ? undefined : await this.#read(id);
      if (stored?.is === 'record') {
        this.#records.set(id, stored.record);
      } else if (stored !== undefined) {
        unreadable.push({ id, is: stored.is });
      }
    }
    for (const id of this.#records.keys()) {
      if (!ids.includes(id) && !this.#runs.has(id)) {
        this.#records.delete(id);
      }
    }
    return unreadable;
  }

  /** Reads one record again, because another window may have written or removed it. */
  async reload(id: string): Promise<void> {
    const stored = this.#runs.has(id) ? undefined : await this.#read(id);
    if (this.#runs.has(id)) {
      return;
    }
    if (stored?.is === 'record') {
      this.#records.set(id, stored.record);
    } else {
      this.#records.delete(id);
    }
    this.#publish(id);
  }

  /**
   * Writes the record of an upload and starts to send. Nothing was sent if it rejects.
   *
   * @throws the signal's reason, or what the record store throws.
   */
  async start(order: UploadOrder, signal: AbortSignal): Promise<StartResult> {
    const { uri } = order.manifest;
    const busy = await this.#findBusy(uri);
    if (busy !== undefined || this.#starting.has(uri)) {
      return { is: 'busy', view: busy };
    }
    this.#starting.add(uri);
    try {
      const record = await this.#newRecord(order, signal);
      const lock = await this.#ports.locks.acquire(record.id);
      if (lock === undefined) {
        throw new Error('A new upload cannot be locked');
      }
      await this.#begin(record, lock, order.devices);
      return { is: 'started', id: record.id };
    } finally {
      this.#starting.delete(uri);
    }
  }

  /** Waits until nothing more of an upload is being sent for now. */
  async whenSent(id: string): Promise<UploadView | undefined> {
    for (;;) {
      const view = this.view(id);
      if (view === undefined || !view.isRunning || view.phase.is !== 'sending') {
        return view;
      }
      await this.#nextChange.promise;
    }
  }

  /** Goes on looking at what was sent, wherever no window does. Nothing is sent, and what needs a sign-in stays blocked. */
  async takeUpAll(): Promise<void> {
    for (const [id, record] of this.#records) {
      if (isUnfinished(record) && !this.#runs.has(id)) {
        await this.#takeUp(id, undefined);
      }
    }
  }

  /**
   * Goes on looking at what another window looked at until it was closed or died, which nobody tells. What is not sent yet is
   * left alone: a window that was suspended in the middle may wake up and send it.
   */
  async takeUpAbandoned(): Promise<void> {
    for (const [id, record] of this.#records) {
      if (phaseOf(record).is === 'watching' && !this.#ran.has(id)) {
        await this.#takeUp(id, undefined);
      }
    }
  }

  /** Does what the user decided about an upload. */
  async decide(id: string, event: UserEvent): Promise<DecisionResult> {
    const running = this.#runs.get(id);
    if (running !== undefined) {
      if (await running.run.decide(event)) {
        return 'done';
      }
      await running.end;
    }
    return this.#takeUp(id, event);
  }

  /** Removes what is known of an upload; it does not undo it. */
  async forget(id: string): Promise<DecisionResult> {
    const running = this.#runs.get(id);
    running?.abort.abort();
    await running?.end;
    const lock = await this.#ports.locks.acquire(id);
    if (lock === undefined) {
      return 'elsewhere';
    }
    try {
      await this.#ports.store.remove(id);
    } finally {
      await lock.release();
    }
    this.#records.delete(id);
    this.#publish(id);
    return 'done';
  }

  /** Forgets every upload, and removes records that cannot be read, but for those that other windows run. */
  async forgetAll(): Promise<void> {
    for (const id of await this.#ports.store.ids()) {
      await this.forget(id);
    }
  }

  /** Forgets the uploads of which nothing more will come and that are older than so many days. */
  async prune(keepDays: number): Promise<void> {
    const oldest = this.#ports.clock.now() - keepDays * 24 * 60 * 60 * 1000;
    for (const { record, phase } of this.all()) {
      if (record.createdAt < oldest && (phase.is === 'over' || phase.is === 'unwatched')) {
        await this.forget(record.id);
      }
    }
  }

  /** Stops all runs where they are, and waits for them. */
  async [Symbol.asyncDispose](): Promise<void> {
    const running = [...this.#runs.values()];
    for (const { abort } of running) {
      abort.abort();
    }
    await Promise.all(running.map(({ end }) => end));
  }

  async #begin(record: UploadRecord, lock: Lock, devices: readonly UploadDevice[]): Promise<void> {
    const run = this.#prepare(record, lock, devices);
    try {
      await run.begin();
      this.#launch(run, lock);
    } catch (error) {
      this.#records.delete(record.id);
      await lock.release();
      throw error;
    }
  }

  async #takeUp(id: string, event: UserEvent | undefined): Promise<DecisionResult> {
    const lock = await this.#ports.locks.acquire(id);
    if (lock === undefined) {
      return 'elsewhere';
    }
    try {
      const stored = await this.#read(id);
      if (stored?.is !== 'record') {
        await lock.release();
        return 'gone';
      }
      const run = this.#prepare(stored.record, lock, undefined);
      await run.takeUp(event);
      this.#launch(run, lock);
      return 'done';
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  #prepare(record: UploadRecord, lock: Lock, devices: readonly UploadDevice[] | undefined): UploadRun {
    this.#records.set(record.id, record);
    return new UploadRun(record, {
      ports: this.#ports,
      lock,
      devices,
      onChange: (changed, event) => {
        this.#records.set(changed.id, changed);
        this.#publish(changed.id, event);
      },
    });
  }

  #launch(run: UploadRun, lock: Lock): void {
    const { id } = run.record;
    const abort = new AbortController();
    this.#blockages.delete(id);
    this.#ran.add(id);
    this.#runs.set(id, { run, abort, end: this.#untilEnd(run, lock, abort.signal) });
    this.#publish(id);
  }

  /** Never rejects. */
  async #untilEnd(run: UploadRun, lock: Lock, signal: AbortSignal): Promise<void> {
    const { id } = run.record;
    try {
      const blockage = await run.run(signal);
      if (blockage !== undefined) {
        this.#blockages.set(id, blockage);
      }
    } catch (error) {
      if (error instanceof LockLost) {
        this.#ran.delete(id);
      } else if (!signal.aborted) {
        this.#ports.onError(id, error);
      }
    }
    this.#runs.delete(id);
    await lock.release().catch((error: unknown) => this.#ports.onError(id, error));
    this.#publish(id);
  }

  /** An upload of that manifest of which something is still to be sent, by this window or by another. */
  async #findBusy(uri: string): Promise<UploadView | undefined> {
    for (const view of this.all()) {
      const { record, phase, isRunning } = view;
      const maySend = phase.is === 'sending' || phase.is === 'unknown';
      if (record.manifest.uri === uri && maySend && (isRunning || (await this.#isLocked(record.id)))) {
        return view;
      }
    }
    return undefined;
  }

  async #isLocked(id: string): Promise<boolean> {
    const lock = await this.#ports.locks.acquire(id);
    await lock?.release();
    return lock === undefined;
  }

  async #newRecord(order: UploadOrder, signal: AbortSignal): Promise<UploadRecord> {
    const { manifest, customer, account, plan } = order;
    const { batch } = plan;
    return {
      format: recordFormat,
      id: this.#ports.newId(),
      createdAt: this.#ports.clock.now(),
      manifest,
      customer,
      account,
      batch: batch.is === 'create' ? { id: batch.batchId, is: 'to-create' } : { id: batch.existing.id, is: 'existing' },
      devices: await recordedDevicesOf(order, this.#ports, signal),
      parts: plan.parts.map(({ first, count }) => ({ is: 'planned', first, count })),
    };
  }

  async #read(id: string): Promise<StoredRecord | undefined> {
    const text = await this.#ports.store.read(id);
    return text === undefined ? undefined : readRecord(text);
  }

  #viewOf(record: UploadRecord): UploadView {
    const { id } = record;
    return {
      record,
      phase: phaseOf(record),
      isRunning: this.#runs.has(id),
      blockage: this.#blockages.get(id),
    };
  }

  #publish(id: string, event?: UploadEvent): void {
    this.#ports.onChange({ id, view: this.view(id), event });
    this.#nextChange.resolve();
    this.#nextChange = Promise.withResolvers<void>();
  }
}

/** A run and how to stop it; `end` resolves when it is over and its lock released. */
interface Running {
  readonly run: UploadRun;
  readonly abort: AbortController;
  readonly end: Promise<void>;
}
