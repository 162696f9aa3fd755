import type { Repeat, RepeatedDevice } from './findRepeats.ts';
import type { Evidence } from './machine.ts';
import type { CrossRule, ProblemBase } from './rule.ts';

export interface DuplicateDeviceProblem extends ProblemBase {
  readonly code: 'duplicate-device';
  /** What both devices have in common, the surest of it. */
  readonly by: Evidence['by'];
  readonly deviceIndex: number;
  readonly first: RepeatedDevice;
  readonly newer: Repeat['newer'];
}

/** A machine that stands in the batch before: the service takes one of the two and refuses the other (`ZtdDeviceDuplicated`). */
export const duplicateDevice: CrossRule<DuplicateDeviceProblem> = function* ({ repeats }) {
  for (const { evidence, device, first, newer } of repeats) {
    if (evidence === undefined) continue;
    yield {
      code: 'duplicate-device',
      span: device.span,
      severity: 'warning',
      by: evidence.by,
      deviceIndex: device.index,
      first,
      newer,
    };
  }
};
