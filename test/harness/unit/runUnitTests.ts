import { availableParallelism } from 'node:os';

import type { Counts } from '../counts.ts';
import { type Failure, type FileResult, UnitProcess } from './unitProcess.ts';

export interface UnitTestOptions {
  /** For every Node.js that runs tests. */
  readonly flags: readonly string[];
  /** How long one file may take. */
  readonly secondsPerFile: number;
  readonly print: (text: string) => void;
}

/** More of them would load the sources more often than they save. */
const mostProcesses = 8;

/**
 * Runs node:test files in as many processes as there are cores, each of which takes file after file. A file fails where one
 * of its tests does, where it has none or cannot be loaded, where it leaves something open that would keep its process
 * alive, and where its process ends or hangs; after the last three the next file gets a new process.
 *
 * @param files relative to the root, or absolute
 */
export async function runUnitTests(files: readonly string[], options: UnitTestOptions): Promise<Counts> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failures: Failure[] = [];
  const queue = files.values();
  const add = (file: string, result: FileResult): void => {
    counts.passed += result.passed;
    counts.skipped += result.skipped;
    counts.failed += result.failures.length;
    failures.push(...result.failures);
    options.print(summaryOf(file, result));
  };
  const processes = Math.min(availableParallelism(), mostProcesses, files.length);
  await Promise.all(Array.from({ length: processes }, async () => takeFiles(queue, options, add)));
  failures.forEach(({ title }) => options.print(`✖ ${title}`));
  return counts;
}

async function takeFiles(
  queue: Iterable<string>,
  { flags, secondsPerFile }: UnitTestOptions,
  add: (file: string, result: FileResult) => void,
): Promise<void> {
  let unitProcess: UnitProcess | undefined;
  for (const file of queue) {
    unitProcess ??= new UnitProcess(flags);
    add(file, await unitProcess.run(file, secondsPerFile));
    if (!unitProcess.isSound) {
      await unitProcess.stop();
      unitProcess = undefined;
    }
  }
  await unitProcess?.stop();
}

function summaryOf(file: string, { passed, skipped, failures }: FileResult): string {
  const left = skipped === 0 ? '' : `, ${skipped} skipped`;
  const lines = failures.map(({ title, error }) => `  ✖ ${title}\n${error.replaceAll(/^/gm, '    ')}`);
  return [`${failures.length === 0 ? '✔' : '✖'} ${file} (${passed} passed${left})`, ...lines].join('\n');
}
