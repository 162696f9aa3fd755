import type { ProblemBase, Rule } from './rule.ts';

export interface BatchLargeProblem extends ProblemBase {
  readonly code: 'batch-large';
  readonly devices: number;
  readonly maxDevicesPerRequest: number;
}

/** More devices than one request carries: they are sent in parts. */
export const batchLarge: Rule<BatchLargeProblem> = function* (
  { devicesProperty, deviceCount },
  { maxDevicesPerRequest },
) {
  if (devicesProperty === undefined || deviceCount <= maxDevicesPerRequest) return;
  const span = devicesProperty.nameSpan;
  yield { code: 'batch-large', span, severity: 'information', devices: deviceCount, maxDevicesPerRequest };
};
