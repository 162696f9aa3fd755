import type { Look, Looks } from './nextStep.ts';
import { lookDelayMs } from './rhythm.ts';
import type { UploadPorts } from './uploadPorts.ts';

/** When a running upload's parts and its batch may be looked at again. */
export class LookSchedule {
  readonly #looks = new Map<number | 'batch', Look>();
  /** Until when the service wants to be left alone. */
  readonly #quietUntil = new Map<number | 'batch', number>();
  readonly #ports: Pick<UploadPorts, 'clock' | 'pollSeconds'>;

  constructor(ports: Pick<UploadPorts, 'clock' | 'pollSeconds'>) {
    this.#ports = ports;
  }

  get looks(): Looks {
    return this.#looks;
  }

  /** Puts the next look off, by the rhythm of what began at `since`, or longer if the service asks for that. */
  later(key: number | 'batch', since: number, retryAfterMs?: number): void {
    const now = this.#ports.clock.now();
    const looks = (this.#looks.get(key)?.looks ?? 0) + 1;
    const delay = lookDelayMs({ looks, ageMs: now - since, retryAfterMs }, this.#ports.pollSeconds());
    this.#looks.set(key, { looks, dueAt: now + delay });
    this.#quietUntil.set(key, now + (retryAfterMs ?? 0));
  }

  /** Somebody waits for the next looks: what only the rhythm puts off is due, what the service puts off is not. */
  hurry(): void {
    for (const [key, { looks, dueAt }] of this.#looks) {
      this.#looks.set(key, { looks, dueAt: Math.min(dueAt, this.#quietUntil.get(key) ?? 0) });
    }
  }

  /** The next look begins a rhythm of its own. */
  forget(key: number | 'batch'): void {
    this.#looks.delete(key);
  }
}
