import type { DeviceRule, ProblemBase } from './rule.ts';

export interface PoliciesEmptyProblem extends ProblemBase {
  readonly code: 'policies-empty';
  readonly deviceIndex: number;
}

/** An empty list of policies makes the service answer 500; it is left out of the upload. */
export const policiesEmpty: DeviceRule<PoliciesEmptyProblem> = function* ({ index, policies, policyEntries }) {
  if (policies?.value.type !== 'array' || policyEntries.length > 0) return;
  yield { code: 'policies-empty', span: policies.value.span, severity: 'information', deviceIndex: index };
};
