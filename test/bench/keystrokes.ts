import assert from 'node:assert/strict';

import { drain } from '../../src/core/manifest/drain.ts';
import { ManifestIndex } from '../../src/core/manifest/manifestIndex.ts';
import type { TextChange } from '../../src/core/manifest/textChange.ts';
import { sha256 } from '../support/sha256.ts';
import { deviceText, manifestText } from './corpus.ts';
import type { Figure, Section } from './figures.ts';
import { type Patience, median } from './measure.ts';

/** Milliseconds: of a check of the whole text, and of following each kind of change. */
interface EditTimes {
  readonly whole: number;
  readonly character: number;
  readonly newline: number;
  readonly paste: number;
}

/** A change in the middle of a manifest with hashes, beside a check of the whole. */
export async function keystrokes({ leastRounds }: Patience): Promise<readonly Section[]> {
  const small = timesOf(1000, leastRounds);
  const large = timesOf(10_000, leastRounds);
  const growth = large.character / small.character;
  return [
    {
      title: 'A change beside a full check, hashes of 4,000 characters',
      figures: [
        ...figuresOf('1,000 devices', small),
        ...figuresOf('10,000 devices', large, { character: 1 / 1000, newline: 1 / 500, paste: 1 / 500 }),
        { what: 'a character: 10,000 devices beside 1,000', value: growth, unit: '×', aim: { atMost: 2 } },
      ],
    },
  ];
}

function figuresOf(
  devices: string,
  times: EditTimes,
  aims?: Readonly<Record<'character' | 'newline' | 'paste', number>>,
): readonly Figure[] {
  return (['character', 'newline', 'paste'] as const).map(name => ({
    what: `${devices}: ${name === 'paste' ? 'a device pasted' : `a ${name}`}`,
    value: times[name] / times.whole,
    unit: '×',
    aim: aims && { atMost: aims[name] },
  }));
}

function timesOf(devices: number, rounds: number): EditTimes {
  const text = manifestText({ devices, hashes: true, faults: true });
  const serialNumber = text.indexOf(`"5CG${1_000_000 + devices / 2}"`);
  const device = text.lastIndexOf('{', serialNumber);
  const wholes = Array.from({ length: rounds + 1 }, () => timed(() => readWhole(text)));
  const timeOfInserting = inserter(wholes[0]?.result ?? readWhole(text), text, rounds);
  return {
    character: timeOfInserting('X', serialNumber + 3),
    newline: timeOfInserting('\n', device),
    paste: timeOfInserting(`${deviceText(20_000, true)},\n    `, device),
    whole: median(wholes.map(({ ms }) => ms)),
  };
}

/** Inserts and takes out again, many times, and asserts once that the index tells what reading the whole text does. */
function inserter(index: ManifestIndex, text: string, rounds: number): (inserted: string, offset: number) => number {
  return (inserted, offset) => {
    const change: TextChange = { offset, length: 0, text: inserted };
    const undo: TextChange = { offset, length: inserted.length, text: '' };
    const changed = text.slice(0, offset) + inserted + text.slice(offset);
    const times: number[] = [];
    for (let round = 0; round < 100 * rounds; round++) {
      const { result, ms } = timed(() => index.follow([change], changed));
      assert.ok(result);
      times.push(ms);
      if (round === 0) assert.deepEqual(index.problems, readWhole(changed).problems);
      assert.ok(index.follow([undo], text));
    }
    return median(times);
  };
}

function readWhole(text: string): ManifestIndex {
  return drain(ManifestIndex.read(text, { language: 'json', sha256 }));
}

function timed<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}
