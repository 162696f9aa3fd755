const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * How long absence proves nothing: a job that the service does not know yet, a batch that is not listed yet, devices that
 * are not in it yet, a connection that fails between two parts.
 */
export const patienceMs = 30 * minute;

/** How long a job is watched at all. */
export const longestWatchMs = 48 * hour;

/**
 * How long to wait before the next look at something that was looked at `looks` times and began `ageMs` ago.
 *
 * From `pollSeconds` it grows by half each time to a minute; from two hours on it is ten minutes. `retryAfterMs`, what
 * the service asked for, is obeyed where it is longer. The service documents no interval and advises against continuous
 * polling (Partner Center REST, "API throttling guidance").
 */
export function lookDelayMs(
  look: { readonly looks: number; readonly ageMs: number; readonly retryAfterMs?: number | undefined },
  pollSeconds: number,
): number {
  const quick = Math.min(minute, pollSeconds * second * 1.5 ** Math.max(0, look.looks - 1));
  return Math.max(look.ageMs < 2 * hour ? quick : 10 * minute, look.retryAfterMs ?? 0);
}
