import { checkInSteps } from '../../src/core/manifest/validate.ts';
import { inSlices } from '../../src/platform/inSlices.ts';
import { sha256 } from '../support/sha256.ts';
import { manifestText } from './corpus.ts';
import type { Section } from './figures.ts';
import { median, type Patience } from './measure.ts';

/** How long the extension host waits for a turn while 10,000 devices are being checked. */
export async function blocking({ leastRounds }: Patience): Promise<readonly Section[]> {
  const text = manifestText({ devices: 10_000, hashes: true, faults: true });
  const blocks: Block[] = [];
  for (let round = 0; round < leastRounds; round++) {
    blocks.push(await longestBlock(text));
  }
  return [
    {
      title: 'Full check of 10,000 devices with hashes, in slices',
      figures: [
        { what: 'longest block', value: median(blocks.map(({ ms }) => ms)), unit: 'ms', aim: { atMost: 8 } },
        { what: 'most work between two turns', value: median(blocks.map(({ workMs }) => workMs)), unit: 'ms' },
      ],
    },
  ];
}

/** A time without a turn, and what of it this thread was at work: on a busy machine it waits, too. */
interface Block {
  readonly ms: number;
  readonly workMs: number;
}

async function longestBlock(text: string): Promise<Block> {
  let longest: Block = { ms: 0, workMs: 0 };
  let last = times();
  const look = (): NodeJS.Immediate => {
    const now = times();
    longest = {
      ms: Math.max(longest.ms, now.ms - last.ms),
      workMs: Math.max(longest.workMs, now.workMs - last.workMs),
    };
    last = now;
    return setImmediate(() => (next = look()));
  };
  let next = look();
  await inSlices(checkInSteps(text, { language: 'json', sha256 }), () => false);
  clearImmediate(next);
  return longest;
}

function times(): Block {
  const { user, system } = process.threadCpuUsage();
  return { ms: performance.now(), workMs: (user + system) / 1000 };
}
