export interface Patience {
  /** How many rounds come before those that count. */
  readonly warmUp: number;
  /** Rounds go on until this is over. */
  readonly ms: number;
  readonly leastRounds: number;
}

/** The times of things that were done in turns, in milliseconds, round by round. */
export type Times<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/** Does everything in turns, so that what slows the machine down slows down all of it. */
export async function measure<Name extends string>(
  sides: Readonly<Record<Name, () => unknown>>,
  patience: Patience,
): Promise<Times<Name>> {
  const names = Object.keys(sides) as Name[];
  const times = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>;
  const end = performance.now() + patience.ms;
  const { warmUp, leastRounds } = patience;
  for (let round = 0; round < warmUp + leastRounds || performance.now() < end; round++) {
    for (const name of names) {
      const start = performance.now();
      await sides[name]();
      if (round >= warmUp) times[name].push(performance.now() - start);
    }
  }
  return times;
}

/** How many times as long as the other one side took: the median over the rounds. */
export function ratio(times: readonly number[], others: readonly number[]): number {
  return median(times.map((time, round) => time / (others[round] ?? Number.NaN)));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
