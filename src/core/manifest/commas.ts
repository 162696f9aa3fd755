/** Follows the commas in an object or array. */
export class Commas {
  #isExpected = false;
  #isTrailing = false;

  /** Whether the last thing was a comma in its right place. */
  get isTrailing(): boolean {
    return this.#isTrailing;
  }

  /** A comma stands here; returns whether it may. */
  take(): boolean {
    this.#isTrailing = this.#isExpected;
    this.#isExpected = false;
    return this.#isTrailing;
  }

  /** An item begins here; returns whether it may. */
  beforeItem(): boolean {
    const isFitting = !this.#isExpected;
    this.#isExpected = true;
    this.#isTrailing = false;
    return isFitting;
  }
}
