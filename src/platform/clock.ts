import { setTimeout as sleepFor } from 'node:timers/promises';

import type { Clock } from '../uploads/uploadPorts.ts';

/** The machine's clock. */
export const systemClock: Clock = {
  now: Date.now,
  sleep: async (ms, signal) => {
    try {
      await sleepFor(ms, undefined, { signal });
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  },
};
