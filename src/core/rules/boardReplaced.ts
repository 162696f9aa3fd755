import type { Repeat, RepeatedDevice } from './findRepeats.ts';
import type { CrossRule, ProblemBase } from './rule.ts';

export interface BoardReplacedProblem extends ProblemBase {
  readonly code: 'board-replaced';
  readonly deviceIndex: number;
  readonly first: RepeatedDevice;
  readonly newer: Repeat['newer'];
}

/** A machine that stands in the batch before, with another board: its serial number and maker agree, its UUID or TPM key does not. */
export const boardReplaced: CrossRule<BoardReplacedProblem> = function* ({ repeats }) {
  for (const { evidence, device, first, newer } of repeats) {
    if (evidence !== undefined) continue;
    yield { code: 'board-replaced', span: device.span, severity: 'warning', deviceIndex: device.index, first, newer };
  }
};
