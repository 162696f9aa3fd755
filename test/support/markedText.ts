import type { Span } from '../../src/core/manifest/span.ts';

/** A text and the places in it that a test is about. */
export interface MarkedText {
  readonly text: string;
  /** In reading order; an outer span comes before the ones inside it. */
  readonly spans: readonly Span[];
}

/** Reads `one «two» three`: the text without the marks, and what they enclosed. Marks may be nested and may be empty. */
export function readMarks(marked: string): MarkedText {
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  for (const part of marked.split(/([«»])/)) {
    if (part === '«') {
      const span = { start: text.length, end: -1 };
      spans.push(span);
      open.push(span);
    } else if (part === '»') {
      const span = open.pop();
      if (span === undefined) throw new Error(`» without «: ${marked}`);
      span.end = text.length;
    } else {
      text += part;
    }
  }
  if (open.length > 0) throw new Error(`« without »: ${marked}`);
  return { text, spans };
}

/** The reverse of {@link readMarks}: shows `spans` as marks in `text`, so that a failing comparison can be read. Spans must not cross. */
export function showMarks(text: string, spans: Iterable<Span>): string {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const open: number[] = [];
  let shown = '';
  let at = 0;
  const copyTo = (offset: number): void => {
    shown += text.slice(at, offset);
    at = offset;
  };
  const closeUpTo = (offset: number): void => {
    for (let end = open.at(-1); end !== undefined && end <= offset; end = open.at(-1)) {
      copyTo(end);
      shown += '»';
      open.pop();
    }
  };
  for (const { start, end } of sorted) {
    closeUpTo(start);
    copyTo(start);
    shown += '«';
    open.push(end);
  }
  closeUpTo(text.length);
  return shown + text.slice(at);
}
