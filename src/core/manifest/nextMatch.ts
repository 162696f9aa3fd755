/** Finds the next match of a pattern in a text, from offset to offset; what was searched once is not searched again. */
export class NextMatch {
  readonly #text: string;
  readonly #pattern: RegExp;
  #from = 0;
  #found = -1;

  /** `pattern` must be global. */
  constructor(text: string, pattern: RegExp) {
    this.#text = text;
    this.#pattern = pattern;
  }

  /** Where the next match at or after `offset` begins; the text's length if there is none. */
  at(offset: number): number {
    if (offset < this.#from || offset > this.#found) {
      this.#pattern.lastIndex = offset;
      this.#from = offset;
      this.#found = this.#pattern.exec(this.#text)?.index ?? this.#text.length;
    }
    return this.#found;
  }
}
