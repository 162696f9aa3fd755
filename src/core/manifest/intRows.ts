/** Rows of whole numbers of 32 bits, each row as long as the others. */
export class IntRows {
  readonly #width: number;
  #numbers: Int32Array;
  #length = 0;

  constructor(width: number) {
    this.#width = width;
    this.#numbers = new Int32Array(width);
  }

  at(row: number, column: number): number {
    return this.#numbers[row * this.#width + column] ?? 0;
  }

  /** Adds a row: the numbers that all rows have, those that this one has more, and zeros. */
  push(first: number, second: number, third: number, others: readonly number[]): void {
    this.#reserve(this.#length + 1);
    const numbers = this.#numbers;
    const start = this.#length * this.#width;
    numbers[start] = first;
    numbers[start + 1] = second;
    numbers[start + 2] = third;
    for (let column = 3; column < this.#width; column += 1) {
      numbers[start + column] = others[column - 3] ?? 0;
    }
    this.#length += 1;
  }

  /** Puts others, of the same width, in place of those from `start` up to `end`. */
  replace(start: number, end: number, others: IntRows): void {
    const width = this.#width;
    const length = this.#length + others.#length - (end - start);
    this.#reserve(length);
    this.#numbers.copyWithin((start + others.#length) * width, end * width, this.#length * width);
    this.#numbers.set(others.#numbers.subarray(0, others.#length * width), start * width);
    this.#length = length;
  }

  /** Adds `by` to the number in a column of each row from `start` up to `end`. */
  add(column: number, by: number, start: number, end = this.#length): void {
    const numbers = this.#numbers;
    for (let index = start * this.#width + column; index < end * this.#width; index += this.#width) {
      numbers[index] = (numbers[index] ?? 0) + by;
    }
  }

  #reserve(length: number): void {
    if (length * this.#width <= this.#numbers.length) return;
    const numbers = new Int32Array(Math.max(length * this.#width, this.#numbers.length * 2));
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }
}
