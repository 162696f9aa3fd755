import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleepFor } from 'node:timers/promises';

import { decodeHardwareHash } from '../core/hash/decode.ts';
import type { Answer } from './answer.ts';
import { type Customer, exampleCustomers } from './customer.ts';
import { type ReceivedRequest, serve } from './exchange.ts';
import { defaultKnobs, type Knobs } from './knobs.ts';
import { PartnerCenter } from './partnerCenter.ts';
import type { Registry } from './registry.ts';

export interface EmulatorOptions {
  /** Made at random if absent. */
  readonly secret?: string;
  /** The port to listen on; any free one if absent. */
  readonly port?: number;
  /** The customers of the emulated partner; `exampleCustomers` if absent. */
  readonly customers?: readonly Customer[];
  /** What differs from a well-behaved service. */
  readonly knobs?: Partial<Knobs>;
  /** Milliseconds since 1970; jobs move by this clock. */
  readonly now?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly newId?: () => string;
  /** Told of every request that passed the guard and was read whole, before anything is done with it. */
  readonly onReceived?: (request: ReceivedRequest) => void;
  /** Told of every request once it has its effect, before the answer leaves. */
  readonly onHandled?: (request: ReceivedRequest, answer: Answer) => void;
}

/** A Partner Center on the loopback. Nothing is registered anywhere; when it stops, all it held is gone. */
export interface Emulator extends AsyncDisposable {
  /** `http://127.0.0.1:<port>/`, what the service's base address is for clients. */
  readonly address: URL;
  /** What clients send as their access token: `Authorization: Bearer <secret>`. */
  readonly secret: string;
  readonly knobs: Knobs;
  /** What it holds, for tests and for showing that nothing was lost. */
  readonly registry: Registry;
  /** Breaks every connection off and frees the port. */
  stop(): Promise<void>;
}

/** Starts an emulator on 127.0.0.1. Rejects if it cannot listen there. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const secret = options.secret ?? randomBytes(32).toString('base64url');
  const newId = options.newId ?? randomUUID;
  const knobs: Knobs = { ...defaultKnobs(), ...options.knobs };
  const service = new PartnerCenter(options.customers ?? exampleCustomers, knobs, {
    now: options.now ?? Date.now,
    newId,
    hashFailsCheck: hash => ['damaged', 'altered'].includes(decodeHardwareHash(hash, sha256).is),
  });

  const server = createServer();
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = new URL(`http://127.0.0.1:${portOf(server)}`);
  const ports = {
    service,
    knobs,
    origin: address.origin,
    secret,
    newId,
    sleep: options.sleep ?? sleepFor,
    onReceived: options.onReceived,
    onHandled: options.onHandled,
  };
  server.on('request', (incoming, response) => {
    // A request whose client went away in the middle needs no answer.
    serve(incoming, response, ports).catch(() => response.destroy());
  });

  const stop = async (): Promise<void> => {
    if (server.listening) {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  };
  return { address, secret, knobs, registry: service.registry, stop, [Symbol.asyncDispose]: stop };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The emulator listens on no port.');
  }
  return address.port;
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}
