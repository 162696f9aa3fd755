/** A text of which a part can be had without the whole. */
export interface TextSource {
  /** From `start` up to `end`, or to the end of the text; offsets are UTF-16. */
  slice(start: number, end?: number): string;
}
