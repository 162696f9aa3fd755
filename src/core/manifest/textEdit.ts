import { lowerBound } from './lowerBound.ts';
import type { Span } from './span.ts';

/** A change of a text: what stands at `span` becomes `text`. An empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** The text after the edits, all of which speak of the text before; they must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: replacement } of edits.toSorted(byPlace)) {
    parts.push(text.slice(at, span.start), replacement);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}

/**
 * Joins groups of edits, keeping each group whole: one that overlaps an earlier one is left out, and an edit that an
 * earlier one makes as well is made once. In the order of the text.
 */
export function joinEdits(groups: Iterable<readonly TextEdit[]>): readonly TextEdit[] {
  const joined: TextEdit[] = [];
  for (const group of groups) {
    const places = group.map(edit => placeIn(joined, edit));
    if (places.includes('overlapping')) continue;
    for (const edit of group) {
      const place = placeIn(joined, edit);
      if (typeof place === 'number') joined.splice(place, 0, edit);
    }
  }
  return joined;
}

/** Where `edit` belongs among sorted ones. */
function placeIn(sorted: readonly TextEdit[], edit: TextEdit): number | 'there' | 'overlapping' {
  const place = lowerBound(sorted.length, position => {
    const other = sorted[position];
    return other !== undefined && byPlace(other, edit) < 0;
  });
  const [before, after] = [sorted[place - 1], sorted[place]];
  if (after !== undefined && isSame(after, edit)) return 'there';
  const isOverlapping =
    (before !== undefined && overlap(before, edit)) || (after !== undefined && overlap(edit, after));
  return isOverlapping ? 'overlapping' : place;
}

function byPlace(a: TextEdit, b: TextEdit): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return byPlace(a, b) === 0 && a.text === b.text;
}

/** Whether two edits touch the same text, `first` not beginning after `second`; two insertions at one place do. */
function overlap(first: TextEdit, second: TextEdit): boolean {
  return first.span.end > second.span.start || byPlace(first, second) === 0;
}
