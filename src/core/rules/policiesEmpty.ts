import type { ProblemBase, Rule } from './rule.ts';

export interface PoliciesEmptyProblem extends ProblemBase {
  readonly code: 'policies-empty';
  readonly deviceIndex: number;
}

/** An empty list of policies makes the service answer 500; it is left out of the upload. */
export const policiesEmpty: Rule<PoliciesEmptyProblem> = function* (manifest) {
  for (const { index, policies, policyEntries } of manifest.devices) {
    if (policies?.value?.type !== 'array' || policyEntries.length > 0) continue;
    yield { code: 'policies-empty', span: policies.value.span, severity: 'information', deviceIndex: index };
  }
};
