import assert from 'node:assert/strict';

import { batchOf } from '../../src/core/upload/batchOf.ts';
import { readManifest } from '../../src/core/manifest/readManifest.ts';
import { UploadWorld } from '../uploads/uploadWorld.ts';
import { manifestText } from './corpus.ts';
import type { Section } from './figures.ts';
import { median, type Patience } from './measure.ts';

/** How long the service takes for every answer. */
const answerMs = 100;

/** An upload in parts takes as long as the service does: each request waits for the answer to the one before. */
export async function parts({ leastRounds }: Patience): Promise<readonly Section[]> {
  const ratios: number[] = [];
  for (let round = 0; round < leastRounds; round++) {
    ratios.push(await uploadBesideWaits());
  }
  return [
    {
      title: 'Upload of 2,000 devices with hashes in parts',
      figures: [{ what: 'time of the sum of the waits', value: median(ratios), unit: '×', aim: { atMost: 1.15 } }],
    },
  ];
}

async function uploadBesideWaits(): Promise<number> {
  const { devices } = batch;
  await using world = await UploadWorld.start(devices, { knobs: { answerAfterMs: answerMs }, answerMs: 60_000 });
  const window = await world.openWindow();
  const start = performance.now();
  const result = await window.uploads.start(world.order(500), new AbortController().signal);
  assert.ok(result.is === 'started');
  await window.uploads.whenSent(result.id);
  const time = performance.now() - start;
  const waits = world.requests.length * answerMs;
  await window.rest();
  assert.equal(Object.keys(world.acceptances()).length, devices.length);
  return time / waits;
}

const batch =
  batchOf(readManifest(manifestText({ devices: 2000, hashes: true, faults: false }), 'json')) ??
  assert.fail('no batch');
