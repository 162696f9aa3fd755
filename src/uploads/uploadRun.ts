import type { UploadDevice } from '../core/upload/uploadDevice.ts';
import { BatchReader } from './batchReader.ts';
import { LiveRecord } from './liveRecord.ts';
import { LookSchedule } from './lookSchedule.ts';
import { nextStep, type Step } from './nextStep.ts';
import { PartSender } from './partSender.ts';
import { type Blockage, PartWatcher } from './partWatcher.ts';
import type { UploadEvent, UserEvent } from './uploadEvent.ts';
import type { Ground, Lock, UploadPorts } from './uploadPorts.ts';
import type { UploadRecord } from './uploadRecord.ts';

/** `undefined` if the manifest is another one now than was confirmed. */
type Devices = Promise<readonly UploadDevice[] | undefined>;

export interface RunSetup {
  readonly ports: UploadPorts;
  readonly lock: Lock;
  /** All devices as confirmed; `undefined` if the upload is taken up again and the manifest has to be read. */
  readonly devices: readonly UploadDevice[] | undefined;
  /** Told of every change before it is written down. */
  readonly onChange: (record: UploadRecord, event: UploadEvent) => void;
}

/**
 * Carries an upload on, step by step, in the one window that holds its lock: sends what may be sent, looks for what is
 * unknown, and watches what was accepted.
 *
 * What every step leads to is written down before the next one begins, so that a window that dies at any moment leaves a
 * record that claims no more than is known.
 */
export class UploadRun {
  readonly #ports: UploadPorts;
  readonly #live: LiveRecord;
  readonly #schedule: LookSchedule;
  readonly #sender: PartSender;
  readonly #askedWatcher: PartWatcher;
  readonly #quietWatcher: PartWatcher;
  /** Whether the user waits for the next look. */
  #isAsked = false;
  /** What was sent, as far as it is known; nothing yet where nobody has asked. */
  #sent: Devices | undefined;
  /** What may be sent; nothing yet where it is to be seen first that the manifest is still the one that was confirmed. */
  #toSend: Devices | undefined;
  #wake = new AbortController();
  #isOver = false;

  constructor(record: UploadRecord, { ports, lock, devices, onChange }: RunSetup) {
    this.#ports = ports;
    this.#sent = devices && Promise.resolve(devices);
    this.#toSend = this.#sent;
    this.#live = new LiveRecord(record, { ...ports, lock, onChange });
    this.#schedule = new LookSchedule(ports);
    const { clock, newId } = ports;
    const toSend = async () => (this.#toSend ??= this.#devicesInManifest());
    const sent = async () => (this.#sent ??= toSend());
    const partsOn = (ground: Ground, ofUpload: () => Devices) => {
      const client = ports.connect(record.account, ground);
      return {
        clock,
        newId,
        client,
        live: this.#live,
        reader: new BatchReader({ client, now: () => clock.now() }),
        schedule: this.#schedule,
        devices: ofUpload,
      };
    };
    // Nothing is sent but what the user has just asked for, and looks go on for days.
    this.#sender = new PartSender(partsOn('foreground', toSend));
    this.#askedWatcher = new PartWatcher(partsOn('foreground', sent));
    this.#quietWatcher = new PartWatcher(partsOn('background', sent));
  }

  get record(): UploadRecord {
    return this.#live.value;
  }

  /** Writes a new record down. */
  async begin(): Promise<void> {
    return this.#live.write();
  }

  /** Takes up an upload that no window was running, and applies what the user decided about it. */
  async takeUp(event: UserEvent | undefined): Promise<void> {
    await this.#live.happen({ is: 'taken-up' });
    if (event !== undefined) {
      await this.#obey(event);
    }
  }

  /**
   * Applies what the user decided, and interrupts whatever can be: not a part that is being sent. Whoever wants jobs to be
   * watched wants to know now how they are. False if the run is over, and nothing was done.
   */
  async decide(event: UserEvent): Promise<boolean> {
    if (this.#isOver) {
      return false;
    }
    await this.#obey(event);
    if (event.is === 'watch-resumed') {
      this.#schedule.hurry();
    }
    this.#wake.abort();
    return true;
  }

  /**
   * Goes on until there is nothing left to do for now: until the user decides something, or never again. Returns what
   * blocks the looks that were left, if something does.
   *
   * @throws the signal's reason when it is aborted, `LockLost`, and whatever the record store or the account throws.
   */
  async run(signal: AbortSignal): Promise<Blockage | undefined> {
    try {
      for (;;) {
        signal.throwIfAborted();
        const step = nextStep(this.record, this.#schedule.looks, this.#ports.clock.now(), this.#ports.pollSeconds());
        if (step.do === 'rest') {
          return undefined;
        }
        const blockage = await this.#take(step, signal);
        if (blockage !== undefined) {
          return blockage;
        }
      }
    } finally {
      this.#isOver = true;
    }
  }

  async #take(step: Step, signal: AbortSignal): Promise<Blockage | undefined> {
    this.#wake = new AbortController();
    const interruptible = AbortSignal.any([signal, this.#wake.signal]);
    try {
      return await this.#perform(step, signal, interruptible);
    } catch (error) {
      if (interruptible.aborted && error === interruptible.reason && !signal.aborted) {
        return undefined;
      }
      throw error;
    }
  }

  async #perform(step: Step, signal: AbortSignal, interruptible: AbortSignal): Promise<Blockage | undefined> {
    switch (step.do) {
      case 'read-batch':
        await this.#sender.prepare(step.part, interruptible);
        return undefined;
      case 'send':
        await this.#sender.send(step.part, signal);
        return undefined;
      case 'look':
        return this.#nextWatcher().look(step.part, interruptible);
      case 'ask':
        return this.#nextWatcher().ask(step.part, interruptible);
      case 'end-watch':
        await this.#live.happen({ is: 'watched-enough', part: step.part });
        return undefined;
      case 'wait':
        await this.#ports.clock.sleep(Math.max(0, step.until - this.#ports.clock.now()), interruptible);
        return undefined;
      case 'rest':
        return undefined;
    }
  }

  async #obey(event: UserEvent): Promise<void> {
    if (letsSendOn(event)) {
      this.#toSend = undefined;
    }
    this.#isAsked = event.is === 'watch-resumed' || (event.is === 'decided' && event.decision === 'keep-looking');
    await this.#live.happen(event);
  }

  #nextWatcher(): PartWatcher {
    const watcher = this.#isAsked ? this.#askedWatcher : this.#quietWatcher;
    this.#isAsked = false;
    return watcher;
  }

  async #devicesInManifest(): Devices {
    const { manifest, devices } = this.record;
    const content = await this.#ports.manifests.read(manifest.uri);
    return content?.digest === manifest.digest && content.devices.length === devices.length
      ? content.devices
      : undefined;
  }
}

/** Whether the user lets an upload go on that was held up: by then the manifest may have changed. */
function letsSendOn({ is }: UserEvent): boolean {
  return is === 'resumed' || is === 'halved' || is === 'decided';
}
