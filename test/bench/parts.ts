import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { emulatorAt } from '../../src/api/clouds.ts';
import type { Transport } from '../../src/api/http.ts';
import { PartnerCenterClient } from '../../src/api/partnerCenterClient.ts';
import { decodeHardwareHash } from '../../src/core/hash/decode.ts';
import { readManifest } from '../../src/core/manifest/readManifest.ts';
import { batchOf } from '../../src/core/upload/batchOf.ts';
import { identityOf } from '../../src/core/upload/deviceIdentity.ts';
import { planUpload } from '../../src/core/upload/plan.ts';
import { exampleCustomers } from '../../src/emulator/customer.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { FileRecordLocks } from '../../src/platform/recordLocks.ts';
import { FileRecordStore } from '../../src/platform/recordStore.ts';
import { redact } from '../../src/platform/redact.ts';
import { createUndiciTransport } from '../../src/platform/transport/undiciTransport.ts';
import { type UploadOrder, Uploads } from '../../src/uploads/uploads.ts';
import { SeparateEmulator } from '../harness/separateEmulator.ts';
import { sha256 } from '../support/sha256.ts';
import { manifestText } from './corpus.ts';
import type { Section } from './figures.ts';
import { median, type Patience } from './measure.ts';

/** How long the service takes for every answer. */
const answerMs = 100;

/** An upload in parts takes as long as the service does: each request waits for the answer to the one before. */
export async function parts({ warmUp, leastRounds }: Patience): Promise<readonly Section[]> {
  const ratios: number[] = [];
  for (let round = 0; round < warmUp + leastRounds; round++) {
    ratios.push(await uploadBesideWaits());
  }
  return [
    {
      title: 'Upload of 2,000 devices with hashes in parts of 500',
      figures: [
        { what: 'time of the sum of the waits', value: median(ratios.slice(warmUp)), unit: '×', aim: { atMost: 1.15 } },
      ],
    },
  ];
}

/** With the records on disk, over sockets, and the service in a process of its own. */
async function uploadBesideWaits(): Promise<number> {
  await using emulator = await SeparateEmulator.start({ answerAfterMs: answerMs }, false);
  const folder = await mkdtemp(path.join(tmpdir(), 'device-batch-bench-'));
  const transport = createUndiciTransport({
    settings: () => ({
      proxy: '',
      noProxy: [],
      support: 'off',
      authorization: undefined,
      strictProxySsl: true,
      systemCertificates: false,
    }),
    env: {},
    timeouts: { connectMs: 5000, answerMs: 60_000 },
  });
  let requests = 0;
  const send: Transport = async request => {
    requests += 1;
    return transport.send(request);
  };
  const address = new URL(String(emulator.settings['deviceBatch.emulator.address']));
  try {
    await using uploads = uploadsTo(address, send, path.join(folder, 'records'));
    const order = orderTo(address);
    const start = performance.now();
    const result = await uploads.start(order, new AbortController().signal);
    assert.ok(result.is === 'started');
    await uploads.whenSent(result.id);
    const time = performance.now() - start;
    const sent = (await emulator.holdings()).jobs.flatMap(({ devices }) => devices);
    assert.equal(sent.length, batch.devices.length);
    return time / (requests * answerMs);
  } finally {
    transport.dispose();
    await rm(folder, { recursive: true });
  }
}

function uploadsTo({ origin, hash }: URL, transport: Transport, folder: string): Uploads {
  const cloud = emulatorAt(new URL(origin)) ?? assert.fail('no emulator');
  const secret = async () => hash.slice(1);
  const account = { resource: cloud.base, token: secret, renew: secret, stepUp: secret, signInAgain: secret };
  return new Uploads({
    connect: () =>
      new PartnerCenterClient(cloud, { account, transport, observe: () => {}, ...systemClock, newId: randomUUID }),
    store: new FileRecordStore(folder),
    locks: new FileRecordLocks(folder),
    manifests: { read: async () => undefined },
    clock: systemClock,
    newId: randomUUID,
    sha256,
    redact,
    pollSeconds: () => 60,
    onChange: () => {},
    onError: (_, error) => {
      throw error;
    },
  });
}

function orderTo({ origin }: URL): UploadOrder {
  return {
    manifest: { uri: 'file:///batch.devicebatch.json', digest: 'digest' },
    customer: { id: exampleCustomers[0]?.id ?? assert.fail('no customer') },
    account: { cloud: 'emulator', base: origin },
    plan: planUpload(batch, [], { maxDevicesPerRequest: 500 }),
    devices: batch.devices,
    identities: batch.devices.map(device => identityOf(device, decodeHardwareHash(device.hardwareHash ?? '', sha256))),
  };
}

const batch =
  batchOf(readManifest(manifestText({ devices: 2000, hashes: true, faults: false }), 'json')) ??
  assert.fail('no batch');
