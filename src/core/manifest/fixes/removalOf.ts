import { firstToken } from '../jsonTokens.ts';
import type { Property } from '../manifest.ts';
import type { ManifestObject } from '../manifestObjects.ts';
import { spanOf } from '../propertyAt.ts';
import type { Span } from '../span.ts';
import type { TextEdit } from '../textEdit.ts';

/** An item of an object or array, and what is around it. */
export interface Item {
  readonly owner: Span;
  readonly previous: Span | undefined;
  readonly span: Span;
  readonly next: Span | undefined;
}

/**
 * The edits that remove a property with its comma, and with its line if nothing else stands there. Comments stay.
 *
 * The last property of an object takes the comma before it along.
 */
export function removalOf(text: string, owner: ManifestObject, property: Property): readonly TextEdit[] {
  const index = owner.properties.indexOf(property);
  const spanAt = (at: number) =>
    owner.properties
      .slice(at, at + 1)
      .map(spanOf)
      .at(0);
  const around = { owner: owner.span, previous: spanAt(index - 1), next: spanAt(index + 1) };
  return removalOfItem(text, { ...around, span: spanOf(property) }, 'behind');
}

/** The edits that remove an item with the comma on the given side of it, or with the one on the other if that is missing. */
export function removalOfItem(text: string, item: Item, side: 'before' | 'behind'): readonly TextEdit[] {
  const { owner, previous, span, next } = item;
  const before = previous && commaBetween(text, previous.end, span.start);
  const behind = commaBetween(text, span.end, next?.start ?? owner.end);
  const comma = side === 'before' ? (before ?? behind) : (behind ?? before);
  if (comma === undefined) return [{ span: tidied(text, span), text: '' }];
  return comma === before ? remove(text, comma, span) : remove(text, span, comma);
}

/** The comma between two items, or between the last one and the end. */
function commaBetween(text: string, start: number, end: number): Span | undefined {
  const tokens = firstToken(text.slice(start, end));
  return tokens.kind === ',' ? { start: start + tokens.start, end: start + tokens.end } : undefined;
}

function remove(text: string, first: Span, second: Span): readonly TextEdit[] {
  if (text.slice(first.end, second.start).trim() === '') {
    const both = { start: first.start, end: second.end };
    return [{ span: text[first.start] === ',' ? both : tidied(text, both), text: '' }];
  }
  return [first, second].map(span => ({ span: text[span.start] === ',' ? span : tidied(text, span), text: '' }));
}

/** The span with its line if it stands there alone, else with the blanks that its removal would leave behind. */
function tidied(text: string, { start, end }: Span): Span {
  let from = start;
  while (isBlank(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (isBlank(text.charAt(to))) to += 1;
  const lineEnd = /^(?:\r\n?|\n|$)/.exec(text.slice(to, to + 2))?.[0];
  if (lineEnd === undefined) return { start, end: to };
  const isAlone = from === 0 || /[\r\n]/.test(text.charAt(from - 1));
  return { start: from, end: isAlone ? to + lineEnd.length : to };
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}
