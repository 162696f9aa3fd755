import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { ScratchFolder } from './scratchFolder.ts';

/** Where an extension host is to be held. */
export interface HoldOrder {
  /** Its text is on disk under another name, or has just taken the place of the earlier text. */
  readonly when: 'before' | 'after';
  /** Whose record it is. */
  readonly batch: string;
  /** The source of a RegExp for the record's new text. */
  readonly pattern: string;
}

/** Holds an extension host where it puts an upload's record in place, so that a test finds it there. */
export class RecordHold implements Disposable {
  readonly #scratch = new ScratchFolder();

  /** For the environment of the extension host. */
  get env(): Readonly<Record<string, string>> {
    const preload = pathToFileURL(path.join(import.meta.dirname, 'holdRecords.ts'));
    return { HOLD_RECORDS: this.#scratch.path, NODE_OPTIONS: `--import ${preload.href}` };
  }

  /** Holds the host at the next record that fits, until `release`. */
  order(when: HoldOrder['when'], batch: string, pattern: RegExp): void {
    this.release();
    const order: HoldOrder = { when, batch, pattern: pattern.source };
    writeFileSync(this.#file('order.json'), JSON.stringify(order));
  }

  /** Whether a host is being held. */
  get holds(): boolean {
    return existsSync(this.#file('held'));
  }

  /** Lets the host go on. */
  release(): void {
    rmSync(this.#file('order.json'), { force: true });
    rmSync(this.#file('held'), { force: true });
  }

  [Symbol.dispose](): void {
    this.#scratch[Symbol.dispose]();
  }

  #file(name: string): string {
    return path.join(this.#scratch.path, name);
  }
}
