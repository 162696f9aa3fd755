import type { Check } from '../manifest/validate.ts';
import type { Problem } from '../manifest/problem.ts';
import { type RuleSettings, gateSeverity } from '../rules/severityOf.ts';
import { type DeviceBatch, batchInSteps } from './batchOf.ts';

/** Whether a manifest may be uploaded. */
export type Gate =
  | { readonly is: 'open'; readonly batch: DeviceBatch; readonly warnings: number }
  /** The problems that block the upload, in reading order; there is at least one. */
  | { readonly is: 'closed'; readonly errors: readonly Problem[] };

/**
 * Judges a checked manifest with the user's severities; those of locked rules cannot be lowered here. It pauses while it reads the
 * devices, so that a host can do other things.
 */
export function* gateInSteps({ manifest, problems }: Check, settings: RuleSettings): Generator<void, Gate> {
  const errors = problems.filter(problem => gateSeverity(problem, settings) === 'error');
  if (errors.length > 0) {
    return { is: 'closed', errors };
  }
  const batch = yield* batchInSteps(manifest);
  if (batch === undefined) {
    throw new Error('A manifest without errors has no batch.');
  }
  const warnings = problems.filter(problem => gateSeverity(problem, settings) === 'warning').length;
  return { is: 'open', batch, warnings };
}
