import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import type { RecordStore } from '../uploads/uploadPorts.ts';
import { assertRecordId, ifThere, inFolder, namesIn, ownFolder } from './recordFolder.ts';

const recordName = /^([0-9a-f-]{36})\.json$/;
const leftoverName = /^[0-9a-f-]{36}\.[0-9a-f-]{36}\.tmp$/;

/** Another window may still be writing what is younger than this. */
const leftoverAgeMs = 60 * 60 * 1000;

/**
 * Keeps records as files `<id>.json`, readable for their owner only, in a folder of their own.
 *
 * A text is written under another name, forced to disk and then renamed, and so is the folder's entry: whatever stops the
 * machine, the file holds either the earlier text or the new one. All methods throw `RecordStoreError`.
 */
export class FileRecordStore implements RecordStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async ids(): Promise<readonly string[]> {
    const names = await inFolder('list', () => namesIn(this.#folder));
    return names.flatMap(name => recordName.exec(name)?.slice(1) ?? []);
  }

  async read(id: string): Promise<string | undefined> {
    return inFolder('read', () => ifThere(readFile(this.#fileOf(id), 'utf8')));
  }

  async write(id: string, text: string): Promise<void> {
    await inFolder('write', async () => {
      const file = this.#fileOf(id);
      await ownFolder(this.#folder);
      const temporary = path.join(this.#folder, `${id}.${crypto.randomUUID()}.tmp`);
      try {
        await writeDurably(temporary, text);
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(this.#folder);
    });
  }

  async remove(id: string): Promise<void> {
    await inFolder('remove', async () => {
      await rm(this.#fileOf(id), { force: true });
      await ifThere(syncFolder(this.#folder));
    });
  }

  /** Removes what windows left behind that died while they wrote. `now`: milliseconds since 1970. */
  async removeLeftovers(now: number): Promise<void> {
    await inFolder('tidy', async () => {
      for (const name of (await namesIn(this.#folder)).filter(each => leftoverName.test(each))) {
        const file = path.join(this.#folder, name);
        const found = await ifThere(stat(file));
        if (found !== undefined && found.mtimeMs < now - leftoverAgeMs) {
          await rm(file, { force: true });
        }
      }
    });
  }

  #fileOf(id: string): string {
    assertRecordId(id);
    return path.join(this.#folder, `${id}.json`);
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Forces the folder's entries to disk. Windows opens no folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') {
    return;
  }
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
