// A unit process: runs the test files that its parent names, one at a time, each as a suite of its own.
import { suite } from 'node:test';

import type { FileToRun } from './message.ts';
import { beginFile } from './reporter.ts';

process.on('message', ({ name, address }: FileToRun) => {
  beginFile();
  suite(name, async () => {
    await import(address);
  });
});
