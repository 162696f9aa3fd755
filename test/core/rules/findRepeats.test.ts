import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { validate } from '../../../src/core/manifest/validate.ts';
import { hardwareHash, tpmModulus } from '../../support/hashBuilder.ts';
import { manifestOf } from '../../support/problemsOf.ts';
import { Random, rounds } from '../../support/random.ts';
import { sha256 } from '../../support/sha256.ts';

/** What is known of a machine from its label or its hash: placeholders and the like included, as they stand. */
interface Facts {
  readonly serialNumber: string | undefined;
  readonly maker: string | undefined;
  readonly productKey: string | undefined;
}

interface Hash extends Facts {
  readonly text: string;
  readonly tpmKey: string | undefined;
  readonly uuid: string | undefined;
}

interface Sample {
  readonly typed: Facts;
  readonly hash: Hash | undefined;
}

const serialNumbers = ['A1', 'B2', 'Default string', undefined];
const makers = ['Contoso', 'Fabrikam', 'System manufacturer', undefined];
const generic = ['3308000000000', '00330-80000-00000-AAOEM'];
const productKeys = ['3305412345678', '3305412345679', ...generic, ...Array.from({ length: 12 }, () => undefined)];
const tpmKeys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', undefined];
const dummyUuid = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const uuids = ['1d0c52be-7a41-4f6b-9c1e-53a7d2b8e604', '7f3a9b10-2c4d-4e5f-8a6b-9c0d1e2f3a4b', dummyUuid, undefined];
const meaningless = new Set<string | undefined>([
  'Default string',
  'System manufacturer',
  ...generic,
  dummyUuid,
  undefined,
]);

function randomFacts(random: Random): Facts {
  return {
    serialNumber: random.pick(serialNumbers),
    maker: random.pick(makers),
    productKey: random.pick(productKeys),
  };
}

function randomHash(random: Random): Hash {
  const facts = randomFacts(random);
  const tpmKey = random.pick(tpmKeys);
  const uuid = random.pick(uuids);
  const text = hardwareHash({
    serialNumber: facts.serialNumber,
    manufacturer: facts.maker,
    productKeyId: facts.productKey,
    tpmModulus: tpmKey === undefined ? undefined : tpmModulus(tpmKey),
    uuid,
    collectedAt: Date.UTC(2026, 8, 14 + random.below(3)),
  });
  const nothing = {
    serialNumber: undefined,
    maker: undefined,
    productKey: undefined,
    tpmKey: undefined,
    uuid: undefined,
  };
  return random.below(6) === 0 ? { ...nothing, text: text.slice(0, 2048) } : { ...facts, tpmKey, uuid, text };
}

function jsonOf({ typed, hash }: Sample): string {
  return JSON.stringify({
    serialNumber: typed.serialNumber,
    oemManufacturerName: typed.maker,
    productKey: typed.productKey,
    hardwareHash: hash?.text,
  });
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return a === b && !meaningless.has(a);
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== b && !meaningless.has(a) && !meaningless.has(b);
}

/** The rules as they are told, for two devices at a time. */
function relationOf(a: Sample, b: Sample): 'duplicate-device' | 'board-replaced' | undefined {
  const share = (fact: keyof Facts) =>
    [a.typed[fact], a.hash?.[fact]].some(x => [b.typed[fact], b.hash?.[fact]].some(y => agree(x, y)));

  if (agree(a.hash?.text, b.hash?.text) || agree(a.hash?.tpmKey, b.hash?.tpmKey)) return 'duplicate-device';
  if (share('productKey')) return 'duplicate-device';
  if (!share('serialNumber') || !share('maker')) return undefined;
  const otherBoard = differ(a.hash?.tpmKey, b.hash?.tpmKey) || differ(a.hash?.uuid, b.hash?.uuid);
  return otherBoard ? 'board-replaced' : 'duplicate-device';
}

/** Compares every device with every one before it. */
function expectedRepeats(samples: readonly Sample[]): readonly string[] {
  return samples.flatMap((sample, index) => {
    const relations = samples.slice(0, index).map(earlier => relationOf(earlier, sample));
    const code = relations.includes('duplicate-device') ? 'duplicate-device' : 'board-replaced';
    const first = relations.indexOf(code);
    return first === -1 ? [] : [`${code}: ${first} ← ${index}`];
  });
}

function foundRepeats(samples: readonly Sample[]): readonly string[] {
  return validate(manifestOf(...samples.map(jsonOf)), { language: 'json', sha256 }).flatMap(problem =>
    problem.code === 'duplicate-device' || problem.code === 'board-replaced'
      ? [`${problem.code}: ${problem.first.index} ← ${problem.deviceIndex}`]
      : [],
  );
}

suite('Repeated machines', () => {
  test('are those that a comparison of every device with every other finds', () => {
    const random = new Random(20_260_914);
    const hashes = Array.from({ length: 40 }, () => randomHash(random));
    const kinds = new Map<string, number>();
    for (let round = 0; round < rounds(150); round += 1) {
      const samples = Array.from({ length: 2 + random.below(9) }, () => ({
        typed: randomFacts(random),
        hash: random.below(3) === 0 ? undefined : random.pick(hashes),
      }));
      const expected = expectedRepeats(samples);
      assert.deepEqual(foundRepeats(samples), expected, samples.map(jsonOf).join('\n'));
      for (const repeat of expected) {
        const kind = repeat.split(':')[0] ?? '';
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
    }

    assert.ok([...kinds.values()].every(count => count > 20) && kinds.size === 2, 'the samples hold both kinds');
  });
});
