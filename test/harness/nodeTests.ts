import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

import type { Counts } from './counts.ts';
import { root } from './project.ts';

export interface NodeTestOptions {
  /** How many files run at once; as many as there are cores unless said. */
  readonly concurrency?: number;
  /** How long one test may take. */
  readonly timeoutMinutes: number;
  /** For the Node.js that runs a file. */
  readonly flags?: readonly string[];
}

/**
 * Runs test files under node:test, each in a process of its own, with the usual report on the console.
 *
 * @param files relative to the root
 * @throws Error when the run did not come to its end
 */
export async function runNodeTests(files: readonly string[], options: NodeTestOptions): Promise<Counts> {
  let counts: Counts | undefined;
  const withoutTests: string[] = [];
  const tests = run({
    cwd: root,
    files: files.map(file => path.join(root, file)),
    concurrency: options.concurrency ?? availableParallelism(),
    timeout: options.timeoutMinutes * 60_000,
    execArgv: [...(options.flags ?? [])],
  });
  tests.on('test:pass', ({ name, file }) => {
    // A file in which no test ran, or whose process ended itself, is reported as one passed test with its name.
    if (name === file) {
      withoutTests.push(name);
    }
  });
  tests.on('test:summary', summary => {
    // Each file has a summary too; that of the run names no file.
    if (summary.file === undefined) {
      const { tests: all, skipped, todo } = summary.counts;
      const passed = summary.counts.passed - withoutTests.length;
      counts = { passed, failed: all - passed - skipped - todo, skipped: skipped + todo };
    }
  });
  await pipeline(tests, new spec(), process.stdout, { end: false });
  for (const file of withoutTests) {
    console.log(`✖ ${file}: no test ran`);
  }
  if (counts === undefined) {
    throw new Error('The test run ended before its tests did.');
  }
  return counts;
}
