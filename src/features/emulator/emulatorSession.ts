import * as vscode from 'vscode';

import { DisposableStore } from '../../platform/disposables.ts';
import { type EmulatorAddress, readCloud, readEmulatorAddress } from '../../platform/settings.ts';

/** An emulator that runs. */
export interface RunningEmulator {
  readonly address: URL;
  readonly secret: string;
  stop(): Promise<void>;
}

/** The emulator of this window: the one it started, else the one that its settings name. */
export class EmulatorSession implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  #running: RunningEmulator | undefined;

  /** Fires when an emulator was started or stopped. */
  readonly onDidChange = this.#changed.event;

  /** Where it listens; `undefined` if this window uses none. */
  get address(): EmulatorAddress | undefined {
    if (this.#running !== undefined) {
      return { base: this.#running.address, secret: this.#running.secret };
    }
    return readCloud() === 'emulator' ? readEmulatorAddress() : undefined;
  }

  /** Whether this window started one. */
  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  async start(startEmulator: () => Promise<RunningEmulator>): Promise<void> {
    this.#running ??= await startEmulator();
    this.#changed.fire();
  }

  /** Stops the emulator that this window started. What it held is gone. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    await running?.stop();
    this.#changed.fire();
  }

  dispose(): void {
    void this.#running?.stop();
    this.#store.dispose();
  }
}
