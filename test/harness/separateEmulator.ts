import { type ChildProcessByStdio, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

import type { Endpoint } from '../../src/emulator/endpoint.ts';
import type { ReceivedRequest } from '../../src/emulator/exchange.ts';
import type { Knobs } from '../../src/emulator/knobs.ts';
import type { Job, RegisteredDevice } from '../../src/emulator/registry.ts';

/** What the emulator holds. */
export interface EmulatorHoldings {
  /** In the order of registration. */
  readonly devices: readonly RegisteredDevice[];
  /** In the order of acceptance. */
  readonly jobs: readonly Job[];
}

/** One line that the process prints. */
type Line =
  | { readonly address: string; readonly secret: string }
  | { readonly received: ReceivedRequest }
  | { readonly handled: ReceivedRequest }
  | { readonly registry: EmulatorHoldings };

/** A Partner Center emulator in a process of its own, which ends with this one. */
export class SeparateEmulator implements AsyncDisposable {
  /** The names of the endpoints of all requests that have had their effect so far, in order. */
  readonly handled: Endpoint['is'][] = [];
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #ended = Promise.withResolvers<void>();
  readonly #asked: PromiseWithResolvers<EmulatorHoldings>[] = [];
  #address = '';

  /** Without `events` nothing is known to be `handled`, and no body of a request comes here. */
  static async start(knobs: Partial<Knobs>, events = true): Promise<SeparateEmulator> {
    const emulator = new SeparateEmulator(knobs, events);
    // It answers nothing before it has said its address.
    await emulator.holdings();
    return emulator;
  }

  private constructor(knobs: Partial<Knobs>, events: boolean) {
    const script = path.join(import.meta.dirname, 'emulatorProcess.ts');
    this.#child = spawn(process.execPath, [script, JSON.stringify({ events, knobs })], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface(this.#child.stdout).on('line', line => this.#read(JSON.parse(line) as Line));
    this.#child.once('close', () => {
      this.#ended.resolve();
      this.#asked.forEach(({ reject }) => reject(new Error('The emulator has ended')));
    });
  }

  /** What has a window use it. */
  get settings(): Readonly<Record<string, unknown>> {
    return { 'deviceBatch.cloud': 'emulator', 'deviceBatch.emulator.address': this.#address };
  }

  /** Turns knobs, which the next request finds turned; `faults` takes the place of those to come. */
  async turn(knobs: Partial<Knobs>): Promise<void> {
    this.#order({ knobs });
    // Orders are carried out one after the other.
    await this.holdings();
  }

  /** @throws Error when the process has ended */
  async holdings(): Promise<EmulatorHoldings> {
    const answer = Promise.withResolvers<EmulatorHoldings>();
    this.#asked.push(answer);
    this.#order({ show: 'registry' });
    return answer.promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill();
    await this.#ended.promise;
  }

  #order(order: { readonly knobs: Partial<Knobs> } | { readonly show: 'registry' }): void {
    this.#child.stdin.write(`${JSON.stringify(order)}\n`);
  }

  #read(line: Line): void {
    if ('address' in line) {
      this.#address = `${line.address}#${line.secret}`;
    } else if ('handled' in line) {
      this.handled.push(line.handled.endpoint.is);
    } else if ('registry' in line) {
      this.#asked.shift()?.resolve(line.registry);
    }
  }
}
