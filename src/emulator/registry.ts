import { type DeviceError, type DeviceFacts, deviceErrorOf, identityMissing, identityOf } from './deviceError.ts';
import type { SubmittedDevice } from './submittedDevice.ts';

/** A device that a customer has, in the batch that registered it. */
export interface RegisteredDevice {
  readonly id: string;
  readonly customerId: string;
  readonly batchId: string;
  readonly sent: SubmittedDevice;
  /** Milliseconds since 1970, like every other time here. */
  readonly registeredAt: number;
}

/** A batch, under the spelling of its first upload. */
export interface Batch {
  readonly id: string;
  readonly createdAt: number;
  /** From when it can be listed and appended to. */
  readonly visibleAt: number;
}

/** The answer about one device of a job. */
export type DeviceAnswer =
  | { readonly is: 'registered'; readonly deviceId: string }
  | ({ readonly is: 'refused' } & DeviceError);

/** An accepted upload. It is judged when its processing begins; the answers come out one after the other. */
export interface Job {
  readonly trackingId: string;
  readonly customerId: string;
  readonly batchId: string;
  readonly kind: 'create' | 'append';
  readonly devices: readonly SubmittedDevice[];
  readonly acceptedAt: number;
  readonly startsAt: number;
  readonly finishesAt: number;
}

export interface RegistryPorts {
  readonly now: () => number;
  readonly newId: () => string;
  readonly hashFailsCheck: (hardwareHash: string) => boolean;
}

export interface JobTimes {
  readonly queuedMs: number;
  readonly processingMs: number;
  readonly batchVisibleAfterMs: number;
}

/** What the service holds: batches, jobs, and which customer has which device. Time moves it on whenever it is asked. */
export class Registry {
  readonly #ports: RegistryPorts;
  readonly #batches = new Map<string, Batch>();
  readonly #jobs = new Map<string, Job>();
  readonly #answers = new Map<Job, readonly DeviceAnswer[]>();
  readonly #devices = new Map<string, RegisteredDevice>();

  constructor(ports: RegistryPorts) {
    this.#ports = ports;
  }

  /** Every device that is registered by now, in the order of registration. */
  devices(): readonly RegisteredDevice[] {
    this.#settle();
    return [...this.#devices.values()].filter(({ registeredAt }) => registeredAt <= this.#ports.now());
  }

  /** Every accepted job, in the order of acceptance. */
  jobs(): readonly Job[] {
    return [...this.#jobs.values()];
  }

  job(trackingId: string): Job | undefined {
    return this.#jobs.get(trackingId.toLowerCase());
  }

  /** The answers that are out by now, in the order of the job's devices; `undefined` while the job is queued. */
  answers(job: Job): readonly DeviceAnswer[] | undefined {
    this.#settle();
    const now = this.#ports.now();
    return this.#answers.get(job)?.filter((_, index) => answeredAt(job, index) <= now);
  }

  /** A customer's batches that can be listed by now. */
  batches(customerId: string): readonly Batch[] {
    const owner = `${customerId}/`;
    return [...this.#batches]
      .filter(([key, { visibleAt }]) => key.startsWith(owner) && visibleAt <= this.#ports.now())
      .map(([, batch]) => batch);
  }

  /** A batch by its name in any case, even one that cannot be listed yet. */
  batch(customerId: string, batchId: string): Batch | undefined {
    return this.#batches.get(batchKey(customerId, batchId));
  }

  /** Accepts devices for a batch, which comes to be if there is none of that name. */
  accept(upload: Pick<Job, 'customerId' | 'batchId' | 'kind' | 'devices'>, times: JobTimes): Job {
    const acceptedAt = this.#ports.now();
    const key = batchKey(upload.customerId, upload.batchId);
    const batch = this.#batches.get(key) ?? {
      id: upload.batchId,
      createdAt: acceptedAt,
      visibleAt: acceptedAt + times.batchVisibleAfterMs,
    };
    const startsAt = acceptedAt + times.queuedMs;
    const job: Job = {
      ...upload,
      batchId: batch.id,
      trackingId: this.#ports.newId(),
      acceptedAt,
      startsAt,
      finishesAt: startsAt + times.processingMs,
    };
    this.#batches.set(key, batch);
    this.#jobs.set(job.trackingId, job);
    return job;
  }

  #settle(): void {
    const now = this.#ports.now();
    const due = [...this.#jobs.values()].filter(job => job.startsAt <= now && !this.#answers.has(job));
    for (const job of due.sort((a, b) => a.startsAt - b.startsAt)) {
      this.#answers.set(
        job,
        job.devices.map((device, index) => this.#register(job, device, index)),
      );
    }
  }

  #register(job: Job, sent: SubmittedDevice, index: number): DeviceAnswer {
    const identity = identityOf(sent);
    if (identity === undefined) {
      return { is: 'refused', ...identityMissing };
    }
    const owner = this.#devices.get(identity)?.customerId;
    const error = deviceErrorOf(sent, {
      hashFailsCheck: sent.hardwareHash !== undefined && this.#ports.hashFailsCheck(sent.hardwareHash),
      registeredTo: relationOf(owner, job.customerId),
    });
    if (error !== undefined) {
      return { is: 'refused', ...error };
    }
    const { customerId, batchId } = job;
    const id = this.#ports.newId();
    this.#devices.set(identity, { id, customerId, batchId, sent, registeredAt: answeredAt(job, index) });
    return { is: 'registered', deviceId: id };
  }
}

function relationOf(owner: string | undefined, customerId: string): DeviceFacts['registeredTo'] {
  if (owner === undefined) {
    return undefined;
  }
  return owner === customerId ? 'this customer' : 'another customer';
}

function answeredAt(job: Job, index: number): number {
  return job.startsAt + ((index + 1) / job.devices.length) * (job.finishesAt - job.startsAt);
}

function batchKey(customerId: string, batchId: string): string {
  return `${customerId}/${batchId.toLowerCase()}`;
}
