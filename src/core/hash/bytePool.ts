/** How many bytes are asked of the engine at once: a small array of its own takes as long as reading a whole hash. */
const slabBytes = 64 * 1024;

/** Gives out arrays of bytes that are parts of larger ones. */
export class BytePool {
  #slab = new Uint8Array(0);
  #used = 0;

  /** An array of `length` bytes that nothing else uses. What stands in it is arbitrary. */
  take(length: number): Uint8Array {
    if (this.#used + length > this.#slab.length) {
      this.#slab = new Uint8Array(Math.max(slabBytes, length));
      this.#used = 0;
    }
    this.#used += length;
    return this.#slab.subarray(this.#used - length, this.#used);
  }
}
