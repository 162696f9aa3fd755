import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Resolves with what `attempt` returns as soon as it does not throw, trying again ten times a second.
 *
 * It is how a test asserts on a window that takes its time: the assertion goes into the attempt.
 *
 * @param seconds after which the last attempt's error is thrown
 */
export async function eventually<T>(attempt: () => Promise<T> | T, seconds = 20): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > end) {
        throw error;
      }
    }
    await sleep(100);
  }
}
