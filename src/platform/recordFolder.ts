import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import { errorCode } from './errorCode.ts';
import { retryBusyFile } from './retryBusyFile.ts';

/** The records' folder could not be used. `cause` says why. */
export class RecordStoreError extends Error {
  override readonly name = 'RecordStoreError';

  constructor(operation: string, cause: unknown) {
    super(`The upload records could not be used (${operation}).`, { cause });
  }
}

/** Does what is to be done in the folder, again where it may be busy. @throws {RecordStoreError} */
export async function inFolder<T>(operation: string, work: () => Promise<T>): Promise<T> {
  try {
    return await retryBusyFile(work);
  } catch (error) {
    throw new RecordStoreError(operation, error);
  }
}

/** Makes the folder, for its owner only, also where it was made for others. */
export async function ownFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
}

/** The names in the folder; none where there is no folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return (await ifThere(readdir(folder))) ?? [];
}

/** `undefined` where there is no such file. */
export async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** @throws {Error} unless the id can be part of a file's name. */
export function assertRecordId(id: string): void {
  if (!/^[0-9a-f-]{36}$/.test(id)) {
    throw new Error('The id of a record is a GUID.');
  }
}

/** Whether there is any record. */
export async function hasRecords(folder: string): Promise<boolean> {
  return (await namesIn(folder)).some(isRecordName);
}

/** Nothing is watched for longer than two days after its last change; a day more for clocks that are off. */
const freshMs = 3 * 24 * 60 * 60 * 1000;

/** Whether some record changed so lately that there may be something to look at. `now`: milliseconds since 1970. */
export async function hasFreshRecords(folder: string, now: number): Promise<boolean> {
  const records = (await namesIn(folder)).filter(isRecordName);
  const times = await Promise.all(records.map(name => ifThere(stat(path.join(folder, name)))));
  return times.some(found => found !== undefined && found.mtimeMs > now - freshMs);
}

function isRecordName(name: string): boolean {
  return name.endsWith('.json');
}
