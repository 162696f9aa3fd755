import assert from 'node:assert/strict';

import { drain } from '../../src/core/manifest/drain.ts';
import { type Check, checkInSteps } from '../../src/core/manifest/validate.ts';
import { sha256 } from '../support/sha256.ts';
import { type Kind, faultyDevices, manifestText } from './corpus.ts';
import type { Aim, Figure, Section } from './figures.ts';
import { jsonServiceProblems } from './jsonService.ts';
import { type Patience, measure, ratio } from './measure.ts';

/** One check of a whole text, beside `JSON.parse` and beside what VS Code's JSON service does. */
export async function fullCheck(patience: Patience): Promise<readonly Section[]> {
  const sections: Section[] = [];
  for (const hashes of [true, false]) {
    const figures: Figure[] = [];
    for (const devices of [10, 100, 1000, 10_000]) {
      figures.push(...(await figuresOf({ devices, hashes, faults: false }, patience)));
      figures.push(...(await figuresOf({ devices, hashes, faults: true }, patience)));
    }
    sections.push({ title: hashes ? 'Full check, hashes of 4,000 characters' : 'Full check, no hashes', figures });
  }
  return sections;
}

async function figuresOf(kind: Kind, patience: Patience): Promise<readonly Figure[]> {
  const text = manifestText(kind);
  await assertSameWork(text, kind);
  const times = await measure(
    {
      parse: () => JSON.parse(text) as unknown,
      verified: () => check(text, sha256),
      unverified: () => check(text, digestBehind),
      service: () => jsonServiceProblems(text),
    },
    patience,
  );
  const what = `${kind.devices.toLocaleString('en')} devices, ${kind.faults ? '1 % with faults' : 'clean'}`;
  const figures = [
    { what: `${what}: time of JSON.parse`, value: ratio(times.verified, times.parse), aim: parseAim(kind, true) },
    {
      what: `${what}: times faster than the JSON service`,
      value: ratio(times.service, times.verified),
      aim: serviceAim(kind, true),
    },
    {
      what: `${what}, hashes not verified: time of JSON.parse`,
      value: ratio(times.unverified, times.parse),
      aim: parseAim(kind, false),
    },
    {
      what: `${what}, hashes not verified: times faster than the JSON service`,
      value: ratio(times.service, times.unverified),
      aim: serviceAim(kind, false),
    },
  ];
  return figures.slice(0, kind.hashes ? 4 : 2).map(figure => ({ ...figure, unit: '×' }));
}

function parseAim({ devices, hashes }: Kind, verified: boolean): Aim | undefined {
  if (!hashes) return devices >= 100 ? { atMost: 2 } : undefined;
  return devices >= 1000 ? { atMost: verified ? 3 : 1.5 } : undefined;
}

function serviceAim({ devices, hashes }: Kind, verified: boolean): Aim | undefined {
  return hashes && devices >= 1000 ? { atLeast: verified ? 10 : 20 } : undefined;
}

/** All sides read every device; ours and the JSON service find the same faults of the schema, and ours the altered hashes. */
async function assertSameWork(text: string, kind: Kind): Promise<void> {
  const { devices } = JSON.parse(text) as { devices: unknown[] };
  const { manifest, problems } = check(text, sha256);
  assert.equal(manifest.deviceCount, devices.length);
  const schemaFaults = problems.filter(({ code }) => code === 'schema').map(({ span }) => span.start);
  assert.equal(schemaFaults.length, faultyDevices(kind));
  assert.deepEqual(new Set(await jsonServiceProblems(text)), new Set(schemaFaults));
  const alteredHashes = problems.filter(({ code }) => code === 'hash-altered');
  assert.equal(alteredHashes.length, kind.hashes ? faultyDevices(kind) : 0);
}

function check(text: string, digest: typeof sha256): Check {
  return drain(checkInSteps(text, { language: 'json', sha256: digest }));
}

/**
 * Takes the digest that stands behind the bytes for theirs: the same work but for SHA-256 itself, and all that it says of an
 * intact hash is true.
 */
function digestBehind({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset + length + trailerHeaderBytes, digestBytes);
}

const trailerHeaderBytes = 4;
const digestBytes = 32;
