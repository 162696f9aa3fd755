import type { Manifest } from './manifest.ts';
import type { Span } from './span.ts';

/** Whether a syntax fault lies in a value, marks it or follows it: then it is not what was meant, and no rule judges it. */
export function isTouchedByFault(
  { text, syntaxFaults }: Pick<Manifest, 'text' | 'syntaxFaults'>,
  { start, end }: Span,
): boolean {
  return syntaxFaults.some(
    ({ span }) => span.end > start && (span.start < end || text.slice(end, span.start).trim() === ''),
  );
}
