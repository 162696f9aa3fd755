// Loaded by VS Code into its extension host: runs every test file beside this one, once both are built into one folder.
// What a test did goes, as one JSON value per line, into the file that `hostResults` in the environment names.
import { appendFileSync, globSync } from 'node:fs';
import path from 'node:path';
import { inspect } from 'node:util';

import Mocha from 'mocha';

import type { HostTestEvent } from '../harness/hostTestEvent.ts';

/** What VS Code calls. Rejects when a test failed, which becomes its exit code. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 120_000, reporter: ResultsReporter });
  for (const file of globSync('**/*.test.mjs', { cwd: import.meta.dirname })) {
    mocha.addFile(path.join(import.meta.dirname, file));
  }
  await load(mocha);
  const failures = await new Promise<number>(resolve => {
    mocha.run(resolve);
  });
  if (failures > 0) {
    throw new Error(`${failures} failed`);
  }
}

async function load(mocha: Mocha): Promise<void> {
  try {
    await mocha.loadFilesAsync();
  } catch (error) {
    write({ event: 'fail', title: 'loading the test files', error: inspect(error) });
    write({ event: 'end' });
    throw error;
  }
}

class ResultsReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('pass', test => write({ event: 'pass', title: titleOf(test), milliseconds: test.duration ?? 0 }));
    runner.on('fail', (test, error: unknown) => write({ event: 'fail', title: titleOf(test), error: inspect(error) }));
    runner.on('pending', test => write({ event: 'skip', title: titleOf(test) }));
    runner.on('end', () => write({ event: 'end' }));
  }
}

function titleOf(test: Mocha.Runnable): string {
  return test.titlePath().join(' › ');
}

function write(event: HostTestEvent): void {
  appendFileSync(process.env['hostResults'] ?? '', `${JSON.stringify(event)}\n`);
}
