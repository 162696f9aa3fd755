/** Where rows of different heights stand, one below the other, without any of them being laid out. */
export class RowOffsets {
  /** `#tops[i]` is the top of row `i`; the last one is the bottom of all. */
  readonly #tops: Float64Array;

  constructor(heights: readonly number[]) {
    this.#tops = new Float64Array(heights.length + 1);
    for (const [index, height] of heights.entries()) {
      this.#tops[index + 1] = (this.#tops[index] ?? 0) + height;
    }
  }

  get total(): number {
    return this.#tops.at(-1) ?? 0;
  }

  top(row: number): number {
    return this.#tops[row] ?? this.total;
  }

  bottom(row: number): number {
    return this.top(row + 1);
  }

  /** The row at a height; the first or last one for what is outside. -1 if there are no rows. */
  at(y: number): number {
    let low = 0;
    let high = this.#tops.length - 2;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.top(middle) <= y) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return high < 0 ? -1 : low;
  }
}
