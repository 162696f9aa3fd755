/** Remembers which brackets are open, in one byte each: a text may open as many as it has characters. */
export class Brackets {
  #kinds = new Uint8Array(64);
  #depth = 0;

  get depth(): number {
    return this.#depth;
  }

  /** Whether the innermost open bracket is a brace. */
  get inObject(): boolean {
    return this.#depth > 0 && this.#kinds[this.#depth - 1] === 1;
  }

  open(kind: '{' | '['): void {
    if (this.#depth === this.#kinds.length) {
      const wider = new Uint8Array(this.#depth * 2);
      wider.set(this.#kinds);
      this.#kinds = wider;
    }
    this.#kinds[this.#depth] = kind === '{' ? 1 : 0;
    this.#depth += 1;
  }

  /** Closes the innermost bracket of this kind and all inside it; returns `false`, and closes none, if none is open. */
  close(kind: '}' | ']'): boolean {
    const code = kind === '}' ? 1 : 0;
    let depth = this.#depth - 1;
    while (depth >= 0 && this.#kinds[depth] !== code) depth -= 1;
    if (depth < 0) return false;
    this.#depth = depth;
    return true;
  }
}
