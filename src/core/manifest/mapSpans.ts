import type { Span } from './span.ts';

/** A copy of facts about a text in which every span, however deep inside, is what `map` makes of it. */
export function mapSpans<T>(facts: T, map: (span: Span) => Span): T;
export function mapSpans(facts: unknown, map: (span: Span) => Span): unknown {
  if (typeof facts !== 'object' || facts === null) return facts;
  if (Array.isArray(facts)) return facts.map(item => mapSpans<unknown>(item, map));
  if (isSpan(facts)) return map(facts);
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, mapSpans<unknown>(fact, map)]));
}

/** A copy in which every span stands `by` characters further on. */
export function moveSpans<T>(facts: T, by: number): T {
  return mapSpans(facts, span => moveSpan(span, by));
}

export function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function isSpan(facts: object): facts is Span {
  return 'start' in facts && 'end' in facts && typeof facts.start === 'number' && typeof facts.end === 'number';
}
