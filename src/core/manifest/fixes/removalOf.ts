import { JsonTokens } from '../jsonTokens.ts';
import type { Property } from '../manifest.ts';
import type { ManifestObject } from '../manifestObjects.ts';
import { spanOf } from '../propertyAt.ts';
import type { Span } from '../span.ts';
import type { TextEdit } from '../textEdit.ts';

/**
 * The edits that remove a property with its comma, and with its line if nothing else stands there. Comments stay.
 *
 * The last property of an object takes the comma before it along.
 */
export function removalOf(text: string, owner: ManifestObject, property: Property): readonly TextEdit[] {
  const index = owner.properties.indexOf(property);
  const span = spanOf(property);
  const next = commaBehind(text, owner, index);
  if (next !== undefined) return remove(text, span, next);
  const previous = commaBehind(text, owner, index - 1);
  return previous === undefined ? [{ span: tidied(text, span), text: '' }] : remove(text, previous, span);
}

/** The comma between a property and what follows. */
function commaBehind(text: string, { span, properties }: ManifestObject, index: number): Span | undefined {
  const property = properties[index];
  if (property === undefined) return undefined;
  const { end } = spanOf(property);
  const gap = text.slice(end, properties[index + 1]?.nameSpan.start ?? span.end);
  const tokens = new JsonTokens(gap, { comments: true, report: () => {} });
  return tokens.kind === ',' ? { start: end + tokens.start, end: end + tokens.end } : undefined;
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
