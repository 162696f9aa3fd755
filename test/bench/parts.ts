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
import { type UploadOrder, Uploads, type UploadsPorts } from '../../src/uploads/uploads.ts';
import { SeparateEmulator } from '../harness/separateEmulator.ts';
import { sha256 } from '../support/sha256.ts';
import { manifestText } from './corpus.ts';
import { directTransport } from '../support/directTransport.ts';
import type { Section } from './figures.ts';
import { median, type Patience } from './measure.ts';

/** How long the service takes for every answer. */
const answerMs = 100;

/**
 * An upload in parts takes as long as the service does: each request waits for the answer to the one before. The first upload, in code
 * that is cold, does not count.
 */
export async function parts({ leastRounds }: Patience): Promise<readonly Section[]> {
  const all: Times[] = [];
  while (all.length <= leastRounds) {
    all.push(await uploadOnce());
  }
  const times = all.slice(1);
  return [
    {
      title: 'Upload of 2,000 devices with hashes in parts of 500, each answer after 100 ms',
      figures: [
        {
          what: 'time of the sum of the waits',
          value: median(times.map(({ whole, waits }) => whole / waits)),
          unit: '×',
          aim: { atMost: 1.15 },
        },
        {
          what: 'the same without the time that the disk takes for the record',
          value: median(times.map(({ whole, waits, writes }) => (whole - writes) / waits)),
          unit: '×',
        },
      ],
    },
  ];
}

/** In milliseconds. */
interface Times {
  readonly whole: number;
  readonly waits: number;
  readonly writes: number;
}

/** With the records on disk, over sockets, and the service in a process of its own. */
async function uploadOnce(): Promise<Times> {
  await using emulator = await SeparateEmulator.start({ answerAfterMs: answerMs }, false);
  const folder = await mkdtemp(path.join(tmpdir(), 'device-batch-bench-'));
  const transport = directTransport({ answerMs: 60_000 });
  let requests = 0;
  const send: Transport = async request => {
    requests += 1;
    return transport.send(request);
  };
  const store = new FileRecordStore(path.join(folder, 'records'));
  let writes = 0;
  const write = async (id: string, text: string) => {
    const start = performance.now();
    await store.write(id, text);
    writes += performance.now() - start;
  };
  const address = new URL(String(emulator.settings['deviceBatch.emulator.address']));
  try {
    await using uploads = uploadsTo(address, {
      transport: send,
      store: { ids: () => store.ids(), read: id => store.read(id), write, remove: id => store.remove(id) },
      locks: new FileRecordLocks(path.join(folder, 'records')),
    });
    const order = orderTo(address);
    const start = performance.now();
    const result = await uploads.start(order, new AbortController().signal);
    assert.ok(result.is === 'started');
    await uploads.whenSent(result.id);
    const waits = requests * answerMs;
    const [whole, written] = [performance.now() - start, writes];
    const sent = (await emulator.holdings()).jobs.flatMap(({ devices }) => devices);
    assert.equal(sent.length, batch.devices.length);
    return { whole, waits, writes: written };
  } finally {
    transport.dispose();
    await rm(folder, { recursive: true });
  }
}

function uploadsTo(
  { origin, hash }: URL,
  { transport, ...ports }: Pick<UploadsPorts, 'store' | 'locks'> & { readonly transport: Transport },
): Uploads {
  const cloud = emulatorAt(new URL(origin)) ?? assert.fail('no emulator');
  const secret = async () => hash.slice(1);
  const account = { resource: cloud.base, token: secret, renew: secret, stepUp: secret, signInAgain: secret };
  return new Uploads({
    connect: () =>
      new PartnerCenterClient(cloud, { account, transport, observe: () => {}, ...systemClock, newId: randomUUID }),
    ...ports,
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
