import { checkInSteps } from '../../src/core/manifest/validate.ts';
import { inSlices } from '../../src/platform/inSlices.ts';
import { sha256 } from '../support/sha256.ts';
import { manifestText } from './corpus.ts';
import type { Section } from './figures.ts';
import { median, type Patience } from './measure.ts';

/** How long the extension host waits for a turn while 10,000 devices are being checked. */
export async function blocking({ leastRounds }: Patience): Promise<readonly Section[]> {
  const text = manifestText({ devices: 10_000, hashes: true, faults: true });
  const longest: number[] = [];
  for (let round = 0; round <= leastRounds; round++) {
    longest.push(await longestBlock(text));
  }
  return [
    {
      title: 'Full check of 10,000 devices with hashes, in slices',
      figures: [{ what: 'longest block', value: median(longest), unit: 'ms', aim: { atMost: 8 } }],
    },
  ];
}

async function longestBlock(text: string): Promise<number> {
  let isDone = false;
  const check = inSlices(checkInSteps(text, { language: 'json', sha256 }), () => false).finally(() => {
    isDone = true;
  });
  let longest = 0;
  for (let last = performance.now(); !isDone;) {
    await new Promise(resolve => setImmediate(resolve));
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  await check;
  return longest;
}
