/** Whole numbers of 32 bits in a row, four bytes each. */
export class IntColumn {
  #numbers = new Int32Array(16);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** 0 where there is none. */
  at(index: number): number {
    return index < this.#length ? (this.#numbers[index] ?? 0) : 0;
  }

  push(number: number): void {
    this.#reserve(this.#length + 1);
    this.#numbers[this.#length] = number;
    this.#length += 1;
  }

  /** Adds `count` numbers: those given, and zeros. */
  pushSome(numbers: readonly number[], count: number): void {
    this.#reserve(this.#length + count);
    for (let index = 0; index < count; index += 1) {
      this.#numbers[this.#length + index] = numbers[index] ?? 0;
    }
    this.#length += count;
  }

  /** Puts others in place of those from `start` up to `end`. */
  replace(start: number, end: number, others: IntColumn): void {
    const length = this.#length + others.#length - (end - start);
    this.#reserve(length);
    this.#numbers.copyWithin(start + others.#length, end, this.#length);
    this.#numbers.set(others.#numbers.subarray(0, others.#length), start);
    this.#length = length;
  }

  /** Adds `by` to each number from `start` up to `end`. */
  add(by: number, start: number, end = this.#length): void {
    const numbers = this.#numbers;
    for (let index = start; index < end; index += 1) {
      numbers[index] = (numbers[index] ?? 0) + by;
    }
  }

  #reserve(length: number): void {
    if (length <= this.#numbers.length) return;
    const numbers = new Int32Array(Math.max(length, this.#numbers.length * 2));
    numbers.set(this.#numbers);
    this.#numbers = numbers;
  }
}
