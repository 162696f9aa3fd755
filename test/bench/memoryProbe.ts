// Checks the document named on the command line once; prints how many bytes that took at its peak, and how many are kept.
import { readFileSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';

import { validate, checkInSteps } from '../../src/core/manifest/validate.ts';
import { inSlices } from '../../src/platform/inSlices.ts';
import { sha256 } from '../support/sha256.ts';
import { manifestText } from './corpus.ts';

/** The text as an editor has it. */
const elsewhere = { slice: () => '' };

// Code that runs for the first time takes memory of its own.
validate(manifestText({ devices: 100, hashes: true, faults: true }), { language: 'json', sha256 });
const heapBefore = await heapBytes();

let text = readFileSync(process.argv[2] ?? '', 'latin1');
await heapBytes();
const before = resident('VmRSS');
forgetPeak();
const check = await inSlices(checkInSteps(text, { language: 'json', sha256 }, elsewhere), () => false);
const peak = resident('VmHWM') - before;
// Whatever holds on to a part of the text would keep all of it; the engine itself does, in what a regular expression found last.
text = '';
/a/.test('a');
const kept = (await heapBytes()) - heapBefore;
console.log(JSON.stringify({ peak, kept, problems: check?.problems.length }));

async function heapBytes(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc?.();
    await setImmediate();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Of the process's memory in RAM, what is there now or was there at most; elsewhere than on Linux always the latter. */
function resident(what: 'VmRSS' | 'VmHWM'): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const kilobytes = new RegExp(String.raw`^${what}:\s+(\d+)`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}

/** proc(5): writing 5 to clear_refs sets the peak back to what is there now. */
function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}
