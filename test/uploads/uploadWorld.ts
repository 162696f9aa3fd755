import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { emulatorAt } from '../../src/api/clouds.ts';
import { HttpHeaders, type Transport } from '../../src/api/http.ts';
import { PartnerCenterClient } from '../../src/api/partnerCenterClient.ts';
import { decodeHardwareHash } from '../../src/core/hash/decode.ts';
import type { BatchSummary } from '../../src/core/upload/batchSummary.ts';
import { identityOf } from '../../src/core/upload/deviceIdentity.ts';
import { planUpload } from '../../src/core/upload/plan.ts';
import type { UploadDevice } from '../../src/core/upload/uploadDevice.ts';
import { exampleCustomers } from '../../src/emulator/customer.ts';
import { endpointOf } from '../../src/emulator/endpoint.ts';
import type { ReceivedRequest } from '../../src/emulator/exchange.ts';
import { defaultKnobs, type Knobs } from '../../src/emulator/knobs.ts';
import { PartnerCenter } from '../../src/emulator/partnerCenter.ts';
import type { Registry } from '../../src/emulator/registry.ts';
import { startEmulator } from '../../src/emulator/startEmulator.ts';
import { redact } from '../../src/platform/redact.ts';
import { directTransport } from '../support/directTransport.ts';
import { readRecord } from '../../src/uploads/recordText.ts';
import type { UploadEvent } from '../../src/uploads/uploadEvent.ts';
import type { Ground } from '../../src/uploads/uploadPorts.ts';
import type { UploadRecord } from '../../src/uploads/uploadRecord.ts';
import { type UploadChange, type UploadOrder, Uploads } from '../../src/uploads/uploads.ts';
import { sha256 } from '../support/sha256.ts';

export const contoso = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
export const manifestUri = 'file:///batch.devicebatch.json';

/** Waited for before and after whatever a window does outside itself; never to resolve is to die there. */
export type Checkpoint = (place: string) => Promise<void>;

/** What of the account a test changes; otherwise every way to a token leads to the service's secret. */
export type AccountChange = Partial<
  Record<
    'token' | 'renew' | 'stepUp' | 'signInAgain',
    (signal: AbortSignal, ground: Ground) => Promise<string | undefined>
  >
>;

/** The service of a world, and the way to it. */
interface Service extends AsyncDisposable {
  readonly address: URL;
  readonly secret: string;
  readonly knobs: Knobs;
  readonly registry: Registry;
  readonly send: Transport;
}

/** Many times what the longest upload of these tests does outside its window. */
const mostDoings = 5000;

interface WorldOptions {
  readonly knobs?: Partial<Knobs>;
  /** How long the client waits for an answer. */
  readonly answerMs?: number;
  /** Without sockets requests go straight to the service: quicker, but nothing can happen to them on the way. */
  readonly sockets?: boolean;
}

/**
 * A machine with an emulated service, a disk and a manifest, on which windows open and die. All clocks are one, and only
 * waiting moves it.
 */
export class UploadWorld implements AsyncDisposable {
  readonly service: Service;
  readonly requests: Pick<ReceivedRequest, 'endpoint' | 'method' | 'headers'>[];
  /** The records on disk. */
  readonly files = new Map<string, string>();
  /** Which window holds which upload's lock. */
  readonly locks = new Map<string, Window>();
  manifest: { readonly digest: string; readonly devices: readonly UploadDevice[] } | undefined;
  account: AccountChange = {};
  pollSeconds = 5;
  /** While it is true, waiting has no end of its own, and `stoodStill` is resolved by the first who waits. */
  timeStandsStill = false;
  readonly stoodStill = Promise.withResolvers<void>();
  readonly #time: { now: number };
  #ids = 0;
  #doings = 0;

  static async start(devices: readonly UploadDevice[], options: WorldOptions = {}): Promise<UploadWorld> {
    const time = { now: Date.UTC(2025, 5, 1, 12) };
    const requests: UploadWorld['requests'] = [];
    const knobs = { queuedMs: 3000, processingMs: 6000, ...options.knobs };
    const service =
      options.sockets === false
        ? directService(knobs, () => time.now, requests)
        : await listeningService({ ...options, knobs }, () => time.now, requests);
    return new UploadWorld(service, requests, time, devices);
  }

  private constructor(
    service: Service,
    requests: UploadWorld['requests'],
    time: { now: number },
    devices: readonly UploadDevice[],
  ) {
    this.service = service;
    this.requests = requests;
    this.manifest = { digest: 'd1', devices };
    this.#time = time;
  }

  get now(): number {
    return this.#time.now;
  }

  passTime(ms: number): void {
    this.#time.now += ms;
  }

  /**
   * Counts what windows do outside themselves. Nothing here takes time, so an upload that never came to rest would spin
   * where no time-out of the test could end it.
   *
   * @throws {Error} if it is more than any upload does.
   */
  countDoing(): void {
    if (++this.#doings > mostDoings) {
      throw new Error('The uploads do not come to rest');
    }
  }

  newId(): string {
    return `00000000-0000-4000-8000-${String(++this.#ids).padStart(12, '0')}`;
  }

  /** Opens a window, which knows what is on disk by then. */
  async openWindow(checkpoint: Checkpoint = async () => {}): Promise<Window> {
    const window = new Window(this, checkpoint);
    await window.uploads.load();
    return window;
  }

  /** What the user would confirm: the manifest in parts of `perPart`. */
  order(perPart: number, batches: readonly BatchSummary[] = []): UploadOrder {
    const devices = this.manifest?.devices ?? [];
    return {
      manifest: { uri: manifestUri, digest: this.manifest?.digest ?? '' },
      customer: { id: contoso, companyName: 'Contoso', domain: 'contoso.example' },
      account: { cloud: 'emulator', base: this.service.address.origin },
      plan: planUpload({ batchId: 'Test batch', devices }, batches, { maxDevicesPerRequest: perPart }),
      devices,
      identities: devices.map(device => identityOf(device, decodeHardwareHash(device.hardwareHash ?? '', sha256))),
    };
  }

  /** The only record on disk. */
  record(): UploadRecord {
    const stored = readRecord([...this.files.values()][0] ?? '');
    if (stored.is !== 'record') {
      throw new Error(`The record on disk is ${stored.is}`);
    }
    return stored.record;
  }

  /** How often the service accepted each device, by serial number. */
  acceptances(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { serialNumber = '' } of this.service.registry.jobs().flatMap(({ devices }) => devices)) {
      counts[serialNumber] = (counts[serialNumber] ?? 0) + 1;
    }
    return counts;
  }

  /** The requests that uploaded something, as `create` and `append` with their MS-RequestId. */
  submissions(): readonly { readonly is: string; readonly requestId: string | undefined }[] {
    return this.requests
      .filter(({ method }) => method === 'POST')
      .map(({ endpoint, headers }) => ({ is: endpoint.is, requestId: headers['ms-requestid'] }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.service[Symbol.asyncDispose]();
  }
}

/** One window of the editor, with uploads of its own. */
export class Window {
  readonly uploads: Uploads;
  readonly events: UploadEvent['is'][] = [];
  readonly changes: UploadChange[] = [];
  readonly errors: unknown[] = [];
  readonly #world: UploadWorld;
  #changed = Promise.withResolvers<void>();

  constructor(world: UploadWorld, checkpoint: Checkpoint) {
    this.#world = world;
    const around = async <T>(place: string, act: () => T | Promise<T>): Promise<T> => {
      world.countDoing();
      await checkpoint(`before ${place}`);
      const result = await act();
      await checkpoint(`after ${place}`);
      return result;
    };
    const clock = {
      now: () => world.now,
      sleep: async (ms: number, signal: AbortSignal) => {
        world.countDoing();
        await checkpoint('sleep');
        await new Promise(resolve => setImmediate(resolve));
        if (world.timeStandsStill) {
          world.stoodStill.resolve();
          await new Promise(resolve => signal.addEventListener('abort', resolve));
        }
        signal.throwIfAborted();
        world.passTime(ms);
      },
    };
    const newId = (): string => world.newId();
    const secret = async (): Promise<string> => world.service.secret;
    const as = (name: keyof AccountChange) => world.account[name] ?? secret;
    this.uploads = new Uploads({
      connect: ({ base }, ground) => {
        const cloud = emulatorAt(new URL(base));
        if (cloud === undefined) {
          throw new Error(`No emulator at ${base}`);
        }
        return new PartnerCenterClient(cloud, {
          account: {
            resource: cloud.base,
            token: async signal => as('token')(signal, ground),
            renew: async signal => as('renew')(signal, ground),
            stepUp: async (_, signal) => as('stepUp')(signal, ground),
            signInAgain: async signal => as('signInAgain')(signal, ground),
          },
          transport: async request => around(request.method, () => world.service.send(request)),
          observe: () => {},
          ...clock,
          newId,
        });
      },
      store: {
        ids: async () => [...world.files.keys()],
        read: async id => {
          world.countDoing();
          return world.files.get(id);
        },
        write: async (id, text) => around('write', () => void world.files.set(id, text)),
        remove: async id => void world.files.delete(id),
      },
      locks: {
        acquire: async id => {
          if (world.locks.has(id)) {
            return undefined;
          }
          world.locks.set(id, this);
          return {
            isHeld: async () => world.locks.get(id) === this,
            release: async () => {
              if (world.locks.get(id) === this) {
                world.locks.delete(id);
              }
            },
          };
        },
      },
      manifests: { read: async () => world.manifest },
      clock,
      newId,
      sha256,
      redact,
      pollSeconds: () => world.pollSeconds,
      onChange: change => {
        this.changes.push(change);
        this.#changed.resolve();
        this.#changed = Promise.withResolvers();
        if (change.event !== undefined) {
          this.events.push(change.event.is);
        }
      },
      onError: (_, error) => this.errors.push(error),
    });
  }

  /** Uploads the manifest and waits until nothing more happens by itself. */
  async upload(perPart: number, batches: readonly BatchSummary[] = []): Promise<string> {
    const result = await this.uploads.start(this.#world.order(perPart, batches), new AbortController().signal);
    if (result.is !== 'started') {
      throw new Error('Busy');
    }
    await this.rest();
    return result.id;
  }

  /** Waits until this window runs nothing. */
  async rest(): Promise<void> {
    while (this.uploads.all().some(({ isRunning }) => isRunning)) {
      await this.#changed.promise;
    }
    assert.deepEqual(this.errors, []);
  }

  /** What a dead window leaves: its locks are free. */
  die(): void {
    for (const [id, owner] of this.#world.locks) {
      if (owner === this) {
        this.#world.locks.delete(id);
      }
    }
  }
}

async function listeningService(
  { knobs = {}, answerMs = 5000 }: WorldOptions,
  now: () => number,
  requests: UploadWorld['requests'],
): Promise<Service> {
  const emulator = await startEmulator({ now, onReceived: request => requests.push(request), knobs });
  const transport = directTransport({ answerMs });
  const { address, secret, registry } = emulator;
  return {
    address,
    secret,
    knobs: emulator.knobs,
    registry,
    send: transport.send,
    [Symbol.asyncDispose]: async () => {
      transport.dispose();
      await emulator.stop();
    },
  };
}

function directService(changes: Partial<Knobs>, now: () => number, requests: UploadWorld['requests']): Service {
  const knobs: Knobs = { ...defaultKnobs(), ...changes };
  const service = new PartnerCenter(exampleCustomers, knobs, { now, newId: randomUUID, hashFailsCheck: () => false });
  return {
    address: new URL('http://127.0.0.1:1'),
    secret: 'secret',
    knobs,
    registry: service.registry,
    send: async ({ method, url, headers: sent, body }) => {
      const endpoint = endpointOf(method, `${url.pathname}${url.search}`);
      const headers = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value]));
      requests.push({ endpoint, method, headers });
      const answer = service.answer(endpoint, {
        requestId: headers['ms-requestid'],
        continuation: headers['ms-continuationtoken'],
        body: new TextDecoder().decode(body),
      });
      return {
        status: answer.status,
        headers: new HttpHeaders(Object.entries(answer.headers)),
        body: new TextEncoder().encode(answer.body),
        bodyEnd: 'whole',
      };
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

/** Devices with serial numbers S1, S2, … and a synthetic product key each. */
export function someDevices(count: number): readonly UploadDevice[] {
  return Array.from({ length: count }, (_, index) => ({
    serialNumber: `S${index + 1}`,
    productKey: `33051234567${String(index).padStart(2, '0')}`,
  }));
}
