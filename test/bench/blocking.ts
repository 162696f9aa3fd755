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
  let longest = 0;
  let last = performance.now();
  const look = (): NodeJS.Immediate => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    return setImmediate(() => (next = look()));
  };
  let next = look();
  await inSlices(checkInSteps(text, { language: 'json', sha256 }), () => false);
  clearImmediate(next);
  return Math.max(longest, performance.now() - last);
}
