import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

import type { Counts } from './counts.ts';
import { root } from './project.ts';

/**
 * Runs a test file under node:test, in a process of its own, with the usual report on the console.
 *
 * @param file relative to the root
 * @param minutes how long one test may take
 * @throws Error when the run did not come to its end
 */
export async function runNodeTests(file: string, minutes: number): Promise<Counts> {
  let counts: Counts | undefined;
  let isEmpty = false;
  let faultySuites = 0;
  const tests = run({ cwd: root, files: [path.resolve(root, file)], concurrency: 1, timeout: minutes * 60_000 });
  tests.on('test:pass', event => {
    // A file in which no test ran, or whose process ended itself, is reported as one passed test with its name.
    isEmpty ||= event.name === event.file;
  });
  tests.on('test:fail', ({ details: { type, error } }) => {
    // The summary counts no suites, so it is silent about a hook that failed behind its tests.
    faultySuites += type === 'suite' && 'failureType' in error && error.failureType === 'hookFailed' ? 1 : 0;
  });
  tests.on('test:summary', summary => {
    // Each file has a summary too; that of the run names no file.
    if (summary.file === undefined) {
      const { tests: all, skipped, todo } = summary.counts;
      const passed = summary.counts.passed - (isEmpty ? 1 : 0);
      counts = { passed, failed: all - passed - skipped - todo + faultySuites, skipped: skipped + todo };
    }
  });
  await pipeline(tests, new spec(), process.stdout, { end: false });
  if (isEmpty) {
    console.log(`✖ ${file}: no test ran`);
  }
  if (counts === undefined) {
    throw new Error('The test run ended before its tests did.');
  }
  return counts;
}
