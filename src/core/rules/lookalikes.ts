/** Each mark is followed by how often it is there: both are looked at together. */
const slotLength = 2;

/** Counts marks, to tell which of them several devices have in common, while devices come and go. */
export class Lookalikes {
  /** Open addressing: a mark stands in the first slot from its own on that is free or has it. 0 is no mark. */
  #slots = new Int32Array(8 * slotLength);
  #used = 0;
  #shared = 0;

  /** Whether some mark was added more than once. */
  get areThere(): boolean {
    return this.#shared > 0;
  }

  /** Whether this mark was added more than once, less the times it was removed. */
  isShared(mark: number): boolean {
    return (this.#slots[this.#slotOf(mark) + 1] ?? 0) > 1;
  }

  add(mark: number): void {
    if (this.#used * slotLength * 2 >= this.#slots.length) this.#grow();
    const slot = this.#slotOf(mark);
    if (this.#slots[slot] !== mark) this.#used += 1;
    this.#slots[slot] = mark;
    this.#count(slot, 1);
  }

  /** Takes back what was added. */
  remove(mark: number): void {
    this.#count(this.#slotOf(mark), -1);
  }

  #count(slot: number, by: number): void {
    const before = this.#slots[slot + 1] ?? 0;
    this.#slots[slot + 1] = before + by;
    if (before + by > 1 && before <= 1) this.#shared += 1;
    if (before + by <= 1 && before > 1) this.#shared -= 1;
  }

  #slotOf(mark: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = ((mark ^ (mark >>> 15)) * slotLength) & last;
    while (slots[slot] !== 0 && slots[slot] !== mark) {
      slot = (slot + slotLength) & last;
    }
    return slot;
  }

  /** Marks that nothing has any more are left behind. */
  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 4);
    this.#used = 0;
    for (let old = 0; old < before.length; old += slotLength) {
      const count = before[old + 1] ?? 0;
      if (count === 0) continue;
      const mark = before[old] ?? 0;
      const slot = this.#slotOf(mark);
      this.#slots[slot] = mark;
      this.#slots[slot + 1] = count;
      this.#used += 1;
    }
  }
}
