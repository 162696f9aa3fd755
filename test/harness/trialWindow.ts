import type { ReceivedRequest } from '../../src/emulator/exchange.ts';
import { type Emulator, startEmulator } from '../../src/emulator/startEmulator.ts';
import { openWorkbench, type WorkbenchOptions } from './workbench/openWorkbench.ts';
import type { Workbench } from './workbench/workbench.ts';

/** A window whose uploads go to an emulator in this process, and what that received. */
export class TrialWindow implements AsyncDisposable {
  readonly emulator: Emulator;
  /** Every request, in order. */
  readonly received: readonly ReceivedRequest[];
  readonly workbench: Workbench;
  readonly #resources: AsyncDisposable;

  static async open(options: WorkbenchOptions): Promise<TrialWindow> {
    await using resources = new AsyncDisposableStack();
    const received: ReceivedRequest[] = [];
    const emulator = await startEmulator({ onReceived: request => received.push(request) });
    resources.defer(async () => emulator.stop());
    const settings = {
      'deviceBatch.cloud': 'emulator',
      'deviceBatch.emulator.address': `${emulator.address.href}#${emulator.secret}`,
      ...options.settings,
    };
    const workbench = resources.use(await openWorkbench({ ...options, settings }));
    return new TrialWindow(emulator, received, workbench, resources.move());
  }

  private constructor(
    emulator: Emulator,
    received: readonly ReceivedRequest[],
    workbench: Workbench,
    resources: AsyncDisposable,
  ) {
    this.emulator = emulator;
    this.received = received;
    this.workbench = workbench;
    this.#resources = resources;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#resources[Symbol.asyncDispose]();
  }
}
