import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { atExit } from './atExit.ts';

/** A new empty folder that is removed when it is disposed, and at the latest when this process ends. */
export class ScratchFolder implements Disposable {
  readonly path: string;
  readonly #forget: () => void;

  /** @param parent where to make it; the system's folder for temporary files unless said */
  constructor(parent = tmpdir()) {
    this.path = mkdtempSync(path.join(parent, 'device-batch-'));
    this.#forget = atExit(() => this.#remove());
  }

  [Symbol.dispose](): void {
    this.#forget();
    this.#remove();
  }

  #remove(): void {
    // Processes that were just killed may still write for a moment.
    rmSync(this.path, { recursive: true, force: true, maxRetries: 10 });
  }
}
