/** Pauses before the first repetition, the second and so on, in milliseconds. Their number is how often a call is repeated. */
const outagePauses = [500, 1500, 3500, 7500, 15_500] as const;
/** For a throttled call that was not told how long: repeating at once would count against the same limit. */
const throttlePauses = [5000, 10_000, 20_000, 40_000, 80_000] as const;

/** What a call waits for by itself; longer requests to wait are for the caller to decide about. */
const longestPauseMs = 5 * 60_000;

/** How long one call goes on trying. */
export class Patience {
  #repetitions = 0;
  #throttled = 0;

  /**
   * How many milliseconds to pause before the next attempt; `undefined` if there should be none.
   *
   * What the service asks for is given in full, and from the second time on with a growing pause on top (Partner Center
   * REST, "API throttling guidance").
   */
  nextPause(pause: 'outage' | 'throttle', retryAfterMs: number | undefined): number | undefined {
    const repetition = this.#repetitions++;
    const own = (pause === 'outage' ? outagePauses : throttlePauses)[repetition];
    if (own === undefined) {
      return undefined;
    }
    const again = pause === 'throttle' && this.#throttled++ > 0;
    const ms = retryAfterMs === undefined ? own : Math.max(outagePauses[0], retryAfterMs + (again ? own : 0));
    return ms > longestPauseMs ? undefined : ms;
  }
}
