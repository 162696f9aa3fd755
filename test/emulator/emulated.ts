import { type IncomingMessage, request } from 'node:http';

import type { ReceivedRequest } from '../../src/emulator/exchange.ts';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/startEmulator.ts';

export const contoso = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
export const fabrikam = '47021739-3426-40bf-9601-61b4b6d7c793';

interface HttpAnswer {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly value: WireAnswer;
}

/** What the tests read of a body; members that it does not have are `undefined`. */
export interface WireAnswer {
  readonly id: string;
  readonly code: string;
  readonly description: string;
  readonly status: string;
  readonly startedTime: string;
  readonly completedTime: string;
  readonly devicesStatus: readonly { readonly errorCode?: string; readonly errorDescription?: string }[];
  readonly totalCount: number;
  readonly items: readonly WireItem[];
  readonly continuationToken?: string;
  readonly links: { readonly next?: { readonly headers: unknown } };
  readonly relationshipToPartner: string;
  readonly companyProfile: { readonly companyName: string };
}

export interface WireItem {
  readonly id: string;
  readonly productKey?: string;
  readonly companyProfile: { readonly companyName: string };
}

/** An emulator with a clock that stands still until it is moved, and a client that speaks plain HTTP to it. */
export class Emulated implements AsyncDisposable {
  readonly emulator: Emulator;
  readonly received: ReceivedRequest[];
  readonly #time: { now: number };

  static async start(options: EmulatorOptions = {}): Promise<Emulated> {
    const time = { now: Date.UTC(2025, 5, 1, 12) };
    const received: ReceivedRequest[] = [];
    const emulator = await startEmulator({ now: () => time.now, onReceived: got => received.push(got), ...options });
    return new Emulated(emulator, received, time);
  }

  private constructor(emulator: Emulator, received: ReceivedRequest[], time: { now: number }) {
    this.emulator = emulator;
    this.received = received;
    this.#time = time;
  }

  passTime(milliseconds: number): void {
    this.#time.now += milliseconds;
  }

  /** Sends one request with the secret, `Content-Type` and whatever else is given; rejects if no whole answer comes. */
  async send(
    method: string,
    path: string,
    options: { readonly body?: unknown; readonly headers?: Record<string, string | undefined> } = {},
  ): Promise<HttpAnswer> {
    const { body } = options;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${this.emulator.secret}`,
      ...(text !== undefined && { 'content-type': 'application/json' }),
      ...options.headers,
    };
    const present = Object.entries(headers).filter(([, value]) => value !== undefined);
    const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
    const sent = request(new URL(path, this.emulator.address), {
      method,
      headers: Object.fromEntries(present),
      agent: false,
    });
    sent.on('response', response => resolve(wholeAnswer(response)));
    sent.on('error', reject);
    sent.end(text);
    return promise;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return this.send('GET', path, { headers });
  }

  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    return this.send('POST', path, { body, headers });
  }

  /** Creates a batch and returns the path of its job's status. */
  async create(batchId: string, devices: readonly unknown[], customerId = contoso): Promise<string> {
    const { headers } = await this.post(`/v1/customers/${customerId}/deviceBatches`, { batchId, devices });
    return `/v1${String(headers['location'])}`;
  }

  /** Creates a batch, waits until its job is finished and returns the job's status. */
  async finished(batchId: string, devices: readonly unknown[], customerId = contoso): Promise<WireAnswer> {
    const path = await this.create(batchId, devices, customerId);
    this.passTime(60_000);
    return (await this.get(path)).value;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.emulator.stop();
  }
}

async function wholeAnswer(response: IncomingMessage): Promise<HttpAnswer> {
  const body = (await response.setEncoding('utf8').toArray()).join('');
  return { status: response.statusCode ?? 0, headers: response.headers, body, value: parsed(body) };
}

function parsed(text: string): WireAnswer {
  try {
    return JSON.parse(text) as WireAnswer;
  } catch {
    return {} as WireAnswer;
  }
}
