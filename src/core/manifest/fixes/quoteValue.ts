import type { FixBase, FixMaker } from './fixMaker.ts';

export interface QuoteValueFix extends FixBase {
  readonly kind: 'quote-value';
}

/** Puts a number, `true` or `false` in quotes where text belongs, as it is written. */
export const quoteValue: FixMaker<QuoteValueFix> = function* (problem, { manifest }) {
  if (problem.code !== 'schema' || problem.fault.kind !== 'type') return;
  const { expected, actual } = problem.fault;
  if (!expected.includes('string') || (actual !== 'number' && actual !== 'boolean')) return;
  const { span } = problem;
  yield { kind: 'quote-value', edits: [{ span, text: `"${manifest.text.slice(span.start, span.end)}"` }] };
};
