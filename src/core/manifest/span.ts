/** A half-open range of UTF-16 offsets in a document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The opening brace or bracket of what stands at `span`. */
export function openingOf({ start }: Span): Span {
  return { start, end: start + 1 };
}
