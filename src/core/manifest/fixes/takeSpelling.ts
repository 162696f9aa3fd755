import type { TupleSpellingProblem } from '../../rules/tupleSpelling.ts';
import type { FixBase, FixMaker } from './fixMaker.ts';

export interface TakeSpellingFix extends FixBase {
  readonly kind: 'take-spelling';
  readonly field: TupleSpellingProblem['field'];
  readonly spelling: string;
}

/** Writes a maker or model as firmware does, where that is known. */
export const takeSpelling: FixMaker<TakeSpellingFix> = function* (problem) {
  if (problem.code !== 'tuple-spelling' || problem.suggestion === undefined) return;
  const { field, span, suggestion: spelling } = problem;
  yield { kind: 'take-spelling', field, spelling, edits: [{ span, text: JSON.stringify(spelling) }] };
};
