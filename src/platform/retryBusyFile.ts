import { setTimeout as sleep } from 'node:timers/promises';

import { errorCode } from './errorCode.ts';

/** What a virus scanner or an indexer causes for a moment on Windows, and too many open files anywhere. */
const passing: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM', 'EACCES', 'EMFILE', 'ENFILE']);

const pausesMs = [10, 50, 200, 500, 1000];

/** Does the work, and does it again while it fails for what may pass by itself. @throws what the work threw last. */
export async function retryBusyFile<T>(
  work: () => Promise<T>,
  pause: (ms: number) => Promise<unknown> = sleep,
): Promise<T> {
  for (const ms of pausesMs) {
    try {
      return await work();
    } catch (error) {
      if (!passing.has(errorCode(error))) {
        throw error;
      }
      await pause(ms);
    }
  }
  return work();
}
