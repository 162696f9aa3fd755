import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';

import type { Counts } from './counts.ts';
import { runHostTests } from './hostRunner.ts';
import { vsCodeServerMain } from './installVsCodeServer.ts';
import { runNodeTests } from './nodeTests.ts';
import { root } from './project.ts';
import { requirePrograms } from './requirePrograms.ts';
import { runUnitTests } from './unit/runUnitTests.ts';

const minutesPerWorkbenchTest = 20;

/** A part of `npm test`. */
export interface Suite {
  readonly name: string;
  readonly title: string;
  /**
   * @param filter runs only test files whose path contains it
   * @throws Error when the suite could not run, or not to its end
   */
  run(filter: string): Promise<Counts>;
}

/** Everything that `npm test` runs, in its order. */
export const suites: readonly Suite[] = [
  check(
    'types',
    'Schemas and types',
    'npm run --silent schemas',
    'tsc',
    'tsc --project src/webview',
    'tsc --project test/harness',
  ),
  check('lint', 'Lint', 'oxlint'),
  check('format', 'Format', 'oxfmt --check'),
  check('unused', 'Dead code', 'knip'),
  { name: 'package', title: 'Build and package', run: async () => checked(packageOnce) },
  { name: 'unit', title: 'Unit tests', run: runUnitSuite },
  { name: 'host', title: 'Tests inside the extension host', run: runTestsInHost },
  { name: 'e2e', title: 'Tests in the workbench', run: runWorkbenchTests },
  check('start', 'npm start', 'node test/harness/start.ts --check'),
  ...(existsSync(path.join(root, 'test/bench/bench.ts'))
    ? [check('bench', 'Benchmark, quick', 'node test/bench/bench.ts --quick')]
    : []),
];

// One passed or failed test, whatever the commands print.
function check(name: string, title: string, ...commands: readonly string[]): Suite {
  return { name, title, run: async () => checked(async () => runCommands(commands)) };
}

async function checked(work: () => Promise<void>): Promise<Counts> {
  await work();
  return { passed: 1, failed: 0, skipped: 0 };
}

async function runCommands(commands: readonly string[]): Promise<void> {
  for (const command of commands) {
    const child = spawn(command, { cwd: root, shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) {
      throw new Error(`"${command}" failed.`);
    }
  }
}

// Host and workbench tests use the package, and unit tests look at what a build left: whichever comes first makes it.
let built: Promise<void> | undefined;
let packaged: Promise<void> | undefined;

async function packageOnce(): Promise<void> {
  packaged ??= runCommands(['npm run --silent package']);
  built ??= packaged;
  return packaged;
}

async function buildOnce(): Promise<void> {
  built ??= runCommands(['npm run --silent build']);
  return built;
}

async function runUnitSuite(filter: string): Promise<Counts> {
  requirePrograms(['openssl']);
  await buildOnce();
  const files = testFiles('test/**/*.test.ts', filter, ['test/{e2e,host,.vscode-server}/**']);
  return runUnitTests(files, {
    flags: ['--import', './test/support/register.mjs'],
    secondsPerFile: 120,
    print: text => console.log(text),
  });
}

async function runTestsInHost(filter: string): Promise<Counts> {
  await prepareVsCode();
  return runHostTests(testFiles('test/host/**/*.test.ts', filter));
}

/** A window hangs once in a while through no fault of the product: a file that failed runs once more, and that run counts. */
async function runWorkbenchTests(filter: string): Promise<Counts> {
  await prepareVsCode();
  let sum: Counts = { passed: 0, failed: 0, skipped: 0 };
  // One window at a time: two would slow each other down to where they miss their time-outs.
  for (const file of testFiles('test/e2e/**/*.test.ts', filter)) {
    let counts = await runNodeTests(file, minutesPerWorkbenchTest);
    if (counts.failed > 0) {
      console.log(`${file} failed, and runs once more …`);
      counts = await runNodeTests(file, minutesPerWorkbenchTest);
    }
    sum = {
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    };
  }
  return sum;
}

async function prepareVsCode(): Promise<void> {
  requirePrograms(['chromium', 'openssl']);
  await vsCodeServerMain();
  await packageOnce();
}

function testFiles(pattern: string, filter: string, exclude: readonly string[] = []): readonly string[] {
  return globSync(pattern, { cwd: root, exclude })
    .filter(file => file.includes(filter))
    .toSorted();
}
