import type { SyntaxFaultKind } from '../manifest/syntaxFault.ts';
import type { BatchRule, ProblemBase } from './rule.ts';

export interface SyntaxProblem extends ProblemBase {
  readonly code: 'syntax';
  readonly fault: SyntaxFaultKind;
}

/** Text that is not JSON; in a `json` document comments and trailing commas too. */
export const syntax: BatchRule<SyntaxProblem> = function* ({ syntaxFaults }) {
  for (const { kind, span } of syntaxFaults) {
    yield { code: 'syntax', span, severity: 'error', fault: kind };
  }
};
