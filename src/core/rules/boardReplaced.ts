import { findRepeats } from './findRepeats.ts';
import type { Repeat, RepeatedDevice } from './findRepeats.ts';
import type { ProblemBase, Rule } from './rule.ts';

export interface BoardReplacedProblem extends ProblemBase {
  readonly code: 'board-replaced';
  readonly deviceIndex: number;
  readonly first: RepeatedDevice;
  readonly newer: Repeat['newer'];
}

/** A machine that stands in the batch before, with another board: its serial number and maker agree, its UUID or TPM key does not. */
export const boardReplaced: Rule<BoardReplacedProblem> = function* (manifest, context) {
  for (const { evidence, device, first, newer } of yield* findRepeats(manifest, context)) {
    if (evidence !== undefined) continue;
    yield { code: 'board-replaced', span: device.span, severity: 'warning', deviceIndex: device.index, first, newer };
  }
};
