import type { CrossRule, ProblemBase } from './rule.ts';

export interface BatchLargeProblem extends ProblemBase {
  readonly code: 'batch-large';
  readonly devices: number;
  readonly maxDevicesPerRequest: number;
}

/** More devices than one request carries: they are sent in parts. */
export const batchLarge: CrossRule<BatchLargeProblem> = function* ({ span, deviceCount, maxDevicesPerRequest }) {
  if (deviceCount <= maxDevicesPerRequest) return;
  yield { code: 'batch-large', span, severity: 'information', devices: deviceCount, maxDevicesPerRequest };
};
