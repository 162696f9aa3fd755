/** Counts marks, to tell which of them several devices have in common, while devices come and go. */
export class Lookalikes {
  /** Open addressing: a mark stands at the first slot from its own on that is free or has it. 0 is no mark. */
  #marks = new Int32Array(16);
  #counts = new Int32Array(16);
  #used = 0;
  #shared = 0;

  /** Whether some mark was added more than once. */
  get areThere(): boolean {
    return this.#shared > 0;
  }

  /** Whether this mark was added more than once, less the times it was removed. */
  isShared(mark: number): boolean {
    return (this.#counts[this.#slotOf(mark)] ?? 0) > 1;
  }

  add(mark: number): void {
    if (this.#used * 2 >= this.#marks.length) this.#grow();
    const slot = this.#slotOf(mark);
    if (this.#marks[slot] !== mark) this.#used += 1;
    this.#marks[slot] = mark;
    this.#count(slot, 1);
  }

  /** Takes back what was added. */
  remove(mark: number): void {
    this.#count(this.#slotOf(mark), -1);
  }

  #count(slot: number, by: number): void {
    const before = this.#counts[slot] ?? 0;
    this.#counts[slot] = before + by;
    this.#shared += Number(before + by > 1) - Number(before > 1);
  }

  #slotOf(mark: number): number {
    const last = this.#marks.length - 1;
    let slot = (mark ^ (mark >>> 15)) & last;
    while (this.#marks[slot] !== 0 && this.#marks[slot] !== mark) {
      slot = (slot + 1) & last;
    }
    return slot;
  }

  /** Marks that nothing has any more are left behind. */
  #grow(): void {
    const [marks, counts] = [this.#marks, this.#counts];
    this.#marks = new Int32Array(marks.length * 4);
    this.#counts = new Int32Array(marks.length * 4);
    this.#used = 0;
    for (const [index, mark] of marks.entries()) {
      const count = counts[index] ?? 0;
      if (count === 0) continue;
      const slot = this.#slotOf(mark);
      this.#marks[slot] = mark;
      this.#counts[slot] = count;
      this.#used += 1;
    }
  }
}
