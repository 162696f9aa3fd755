import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Lock, RecordLocks } from '../uploads/uploadPorts.ts';
import { errorCode } from './errorCode.ts';
import { assertRecordId, ifThere, inFolder, namesIn, ownFolder } from './recordFolder.ts';

/** The process that holds locks, and what it can tell about others. */
export interface LockHolder {
  readonly pid: number;
  /** Tells apart machines and containers, each with process ids of its own, that share a folder. */
  readonly hostname: string;
  /** Whether there is such a process on this host. */
  readonly isAlive: (pid: number) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Does the work every `ms` until the returned function is called. */
  readonly every: (ms: number, work: () => void) => () => void;
}

/** The holder confirms its lock this often. */
const beatMs = 15_000;

/** A holder that has not confirmed its lock for so long is gone, or suspended, whatever its process id says. */
const staleMs = 6 * beatMs;

/** One file of a lock, as it was found. */
interface Claim {
  readonly generation: number;
  readonly text: string;
  readonly confirmedAt: number;
}

/**
 * Locks as files `<id>.<generation>.lock`. The highest generation holds the lock.
 *
 * Whoever finds no holder, or one that is gone, claims the next generation by creating its file, which only one can. A holder that was
 * suspended for too long learns from `isHeld` that it has lost the lock. All methods throw `RecordStoreError`.
 */
export class FileRecordLocks implements RecordLocks {
  readonly #folder: string;
  readonly #holder: LockHolder;

  constructor(folder: string, holder: LockHolder = thisProcess()) {
    this.#folder = folder;
    this.#holder = holder;
  }

  async acquire(id: string): Promise<Lock | undefined> {
    assertRecordId(id);
    return inFolder('lock', async () => {
      await ownFolder(this.#folder);
      const found = await this.#claims(id);
      const last = found.at(-1);
      if (last !== undefined && !this.#isGone(last)) {
        return undefined;
      }
      const claim = await this.#claim(id, (last?.generation ?? 0) + 1);
      return claim && this.#settle(id, claim, found);
    });
  }

  /** `undefined` if another was faster. */
  async #claim(id: string, generation: number): Promise<Claim | undefined> {
    const { pid, hostname } = this.#holder;
    const text = JSON.stringify({ pid, hostname, claim: crypto.randomUUID() });
    try {
      await writeFile(this.#fileOf(id, generation), text, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if (errorCode(error) === 'EEXIST') {
        return undefined;
      }
      throw error;
    }
    await this.#confirm(id, generation);
    return { generation, text, confirmedAt: this.#holder.now() };
  }

  /** Makes the claim good, unless others have come and gone since the lock was looked at. */
  async #settle(id: string, claim: Claim, found: readonly Claim[]): Promise<Lock | undefined> {
    const others = (await this.#claims(id)).filter(({ generation }) => generation !== claim.generation);
    if (!others.every(other => found.some(({ text }) => text === other.text))) {
      await this.#remove(id, claim);
      return undefined;
    }
    for (const other of others) {
      await this.#remove(id, other);
    }
    const stop = this.#holder.every(beatMs, () => void this.#confirm(id, claim.generation).catch(() => {}));
    return {
      isHeld: () => inFolder('lock', async () => (await this.#claims(id)).at(-1)?.text === claim.text),
      release: async () => {
        stop();
        await inFolder('unlock', () => this.#remove(id, claim));
      },
    };
  }

  /** What is there of the lock, the highest generation last. */
  async #claims(id: string): Promise<readonly Claim[]> {
    const claims: Claim[] = [];
    for (const name of await namesIn(this.#folder)) {
      const generation = generationOf(name, id);
      const claim = generation === undefined ? undefined : await this.#read(id, generation);
      if (claim !== undefined) {
        claims.push(claim);
      }
    }
    return claims.sort((a, b) => a.generation - b.generation);
  }

  async #read(id: string, generation: number): Promise<Claim | undefined> {
    const file = this.#fileOf(id, generation);
    const text = await ifThere(readFile(file, 'utf8'));
    const found = await ifThere(stat(file));
    return text === undefined || found === undefined ? undefined : { generation, text, confirmedAt: found.mtimeMs };
  }

  #isGone({ text, confirmedAt }: Claim): boolean {
    const us = this.#holder;
    const holder = readHolder(text);
    const isDead = holder !== undefined && holder.hostname === us.hostname && !us.isAlive(holder.pid);
    return isDead || us.now() - confirmedAt > staleMs;
  }

  async #confirm(id: string, generation: number): Promise<void> {
    const now = new Date(this.#holder.now());
    await ifThere(utimes(this.#fileOf(id, generation), now, now));
  }

  /** Removes the claim's file, if it still is that claim's. */
  async #remove(id: string, claim: Claim): Promise<void> {
    if ((await this.#read(id, claim.generation))?.text === claim.text) {
      await rm(this.#fileOf(id, claim.generation), { force: true });
    }
  }

  #fileOf(id: string, generation: number): string {
    return path.join(this.#folder, `${id}.${generation}.lock`);
  }
}

function generationOf(name: string, id: string): number | undefined {
  const digits = name.startsWith(`${id}.`) ? /^(\d{1,9})\.lock$/.exec(name.slice(id.length + 1))?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

/** `undefined` where the holder died before it had written its name. */
function readHolder(text: string): Pick<LockHolder, 'pid' | 'hostname'> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Pick<LockHolder, 'pid' | 'hostname'> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'hostname' in value &&
    typeof value.hostname === 'string'
  );
}

function thisProcess(): LockHolder {
  return {
    pid: process.pid,
    hostname: os.hostname(),
    isAlive,
    now: Date.now,
    every: (ms, work) => {
      const timer = setInterval(work, ms).unref();
      return () => clearInterval(timer);
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be signalled, but it is there.
    return errorCode(error) !== 'ESRCH';
  }
}
