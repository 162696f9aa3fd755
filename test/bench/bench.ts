import { blocking } from './blocking.ts';
import { bodies } from './bodies.ts';
import { print, type Section } from './figures.ts';
import { fullCheck } from './fullCheck.ts';
import { keystrokes } from './keystrokes.ts';
import type { Patience } from './measure.ts';
import { memory } from './memory.ts';
import { parts } from './parts.ts';
import { size } from './size.ts';

const quick = process.argv.includes('--quick');
const patience: Patience = quick ? { warmUp: 0, leastRounds: 1, ms: 0 } : { warmUp: 1, leastRounds: 5, ms: 2000 };

/** In this order: what measures memory and breaks comes before what fills the heap. */
const benchmarks: readonly ((patience: Patience) => Promise<readonly Section[]>)[] = [
  size,
  memory,
  blocking,
  keystrokes,
  bodies,
  parts,
  fullCheck,
];

console.log('Medians of ratios, each between two things that were done in turns in this run. × is times as much.');
for (const benchmark of benchmarks) {
  for (const section of await benchmark(patience)) print(section);
}
