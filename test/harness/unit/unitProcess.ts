import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { atExit } from '../atExit.ts';
import { root } from '../project.ts';
import type { FileToRun, UnitMessage } from './message.ts';

/** What failed: a test, a suite or a file, and why. */
export interface Failure {
  readonly title: string;
  readonly error: string;
}

/** How the tests of one file ended. */
export interface FileResult {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
}

/** A process that runs one test file after another. */
export class UnitProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<string>;
  #isSound = true;

  /** @param flags for Node.js */
  constructor(flags: readonly string[]) {
    // Of a run of node:test in which this one is a test: it would change what reporters get.
    const { NODE_TEST_CONTEXT: _, ...ours } = process.env;
    const env = { ...ours, NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/unit') };
    this.#child = fork(path.join(import.meta.dirname, 'main.ts'), {
      cwd: root,
      env,
      execArgv: [...flags, '--test-reporter', path.join(import.meta.dirname, 'reporter.ts')],
    });
    const keep = atExit(() => this.#child.kill('SIGKILL'));
    this.#ended = once(this.#child, 'exit').then(([code, signal]) => {
      keep();
      return `with ${code ?? signal}`;
    });
  }

  /** Whether it can take another file: nothing of the earlier ones is left in it. */
  get isSound(): boolean {
    return this.#isSound;
  }

  /**
   * Runs the tests of a file and resolves when they have ended, whatever way.
   *
   * @param file relative to the root, or absolute
   * @param seconds after which the process is stopped
   */
  async run(file: string, seconds: number): Promise<FileResult> {
    let [passed, skipped, latest] = [0, 0, file];
    const failures: Failure[] = [];
    const through = Promise.withResolvers<readonly string[]>();
    const hear = (message: UnitMessage): void => {
      passed += message.is === 'passed' ? 1 : 0;
      skipped += message.is === 'skipped' ? 1 : 0;
      if (message.is === 'begun') {
        latest = message.title;
      } else if (message.is === 'failed') {
        failures.push(message);
      } else if (message.is === 'through') {
        through.resolve(message.leftOpen);
      }
    };
    this.#child.on('message', hear);
    const toRun: FileToRun = { name: file, address: pathToFileURL(path.resolve(root, file)).href };
    this.#child.send(toRun, () => {});
    const fault = await this.#faultAtEnd(through.promise, seconds);
    this.#child.off('message', hear);
    if (fault !== undefined) {
      this.#isSound = false;
      failures.push({ title: file, error: `${fault} The last heard of was "${latest}".` });
    } else if (passed + skipped + failures.length === 0) {
      failures.push({ title: file, error: 'No test ran.' });
    }
    return { passed, skipped, failures };
  }

  /** Resolves when the process has ended. */
  async stop(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async #faultAtEnd(through: Promise<readonly string[]>, seconds: number): Promise<string | undefined> {
    const enough = new AbortController();
    const late = sleep(seconds * 1000, `Its tests did not end within ${seconds} seconds.`, { signal: enough.signal });
    const left = through.then(kinds => (kinds.length === 0 ? undefined : `Its tests left open: ${kinds.join(', ')}.`));
    const ended = this.#ended.then(how => `Its process ended ${how}.`);
    try {
      return await Promise.race([left, ended, late]);
    } finally {
      enough.abort();
      late.catch(() => {});
    }
  }
}
