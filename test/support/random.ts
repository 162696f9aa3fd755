/** Random numbers that are the same in every run: mulberry32, seeded. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0, less than 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0, less than `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** One of `choices`, which must not be empty. */
  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }

  /** `length` random bytes. */
  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }
}

const factor = Number(process.env['FUZZ'] ?? 1);

/** How often a test tries something random: `count` times, or as many times that as the environment's `FUZZ` says. */
export function rounds(count: number): number {
  return Math.ceil(count * factor);
}

const structure =
  String.raw`{ } [ ] : , " \ / // /* */ ' \u12 \uD800 \" },{ [[ {" null true tru 0 - 01 1e -1.5e+3 NaN "a" "": {} [] x`.split(
    ' ',
  );
const oddCharacters = '\n|\r|\r\n|\t| |\0|\u001F|\u00A0|\u200B|\u2028|\uFEFF|é|漢|\uD83D|\uDE00'.split('|');

/** What breaks readers of JSON: structure, quotes, escapes, comments, line ends, and characters that are none. */
const troublemakers = [...structure, ...oddCharacters];

/** Changes `text` in one small place, as a slip of the hand or a bad copy would. */
export function mutateText(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + 1 + (random.below(4) === 0 ? random.below(80) : random.below(3)));
  const before = text.slice(0, start);
  const after = text.slice(end);
  const cut = text.slice(start, end);
  switch (random.below(7)) {
    case 0:
    case 1:
      return before + after;
    case 2:
      return before + cut + cut + after;
    case 3:
      return before + random.pick(troublemakers) + after;
    case 4:
    case 5:
      return before + random.pick(troublemakers) + cut + after;
    default: {
      const elsewhere = random.below(text.length + 1);
      return before + text.slice(elsewhere, elsewhere + cut.length) + after;
    }
  }
}
