import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import type { Section } from './figures.ts';
import { median, type Patience } from './measure.ts';

interface Output {
  readonly bytes: number;
  readonly imports: readonly { readonly path: string; readonly kind: string }[];
}

/** What the editor loads when it starts, beside everything that is packaged. */
export async function size({ warmUp, leastRounds }: Patience): Promise<readonly Section[]> {
  const file = path.join(import.meta.dirname, '../../out/meta.json');
  const { outputs } = JSON.parse(readFileSync(file, 'utf8')) as { outputs: Readonly<Record<string, Output>> };
  const all = Object.values(outputs).reduce((sum, { bytes }) => sum + bytes, 0);
  const entry = [...closureOf('dist/extension.js', outputs)].reduce((sum, name) => sum + bytesOf(outputs, name), 0);
  return [
    {
      title: 'Loaded at activation',
      figures: [
        { what: 'entry and all that it imports', value: entry / 1024, unit: 'KB', aim: { atMost: 60 } },
        { what: 'the same beside the whole bundle', value: entry / all, unit: '×' },
        { what: 'time to load it beside the whole bundle', value: await loadTime(warmUp + leastRounds), unit: '×' },
      ],
    },
  ];
}

/** Each time in a process of its own, with nothing for an editor. */
async function loadTime(rounds: number): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const entry = await timeOfLoading([]);
    ratios.push(entry / (await timeOfLoading(['all'])));
  }
  return median(ratios);
}

async function timeOfLoading(what: readonly string[]): Promise<number> {
  const register = path.join(import.meta.dirname, '../support/register.mjs');
  const probe = path.join(import.meta.dirname, 'loadProbe.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', register, probe, ...what]);
  return Number(stdout);
}

function closureOf(name: string, outputs: Readonly<Record<string, Output>>, seen = new Set<string>()): Set<string> {
  seen.add(name);
  for (const { path: target, kind } of outputs[name]?.imports ?? []) {
    if (kind === 'import-statement' && !seen.has(target) && target in outputs) closureOf(target, outputs, seen);
  }
  return seen;
}

function bytesOf(outputs: Readonly<Record<string, Output>>, name: string): number {
  return outputs[name]?.bytes ?? 0;
}
