import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { manifestText } from './corpus.ts';
import type { Section } from './figures.ts';

/** What a full check of 10,000 devices takes at its peak, beside the document itself. In a process of its own. */
export async function memory(): Promise<readonly Section[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'device-batch-bench-'));
  try {
    const file = path.join(folder, 'batch.json');
    const text = manifestText({ devices: 10_000, hashes: true, faults: true });
    await writeFile(file, text);
    const probe = path.join(import.meta.dirname, 'memoryProbe.ts');
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', probe, file]);
    const { peak, kept } = JSON.parse(stdout) as { peak: number; kept: number };
    return [
      {
        title: 'Memory of a full check of 10,000 devices with hashes, beside the document',
        figures: [
          { what: 'at its peak', value: peak / text.length, unit: '×', aim: { atMost: 0.5 } },
          { what: 'kept', value: kept / text.length, unit: '×' },
        ],
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
