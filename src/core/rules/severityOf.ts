import type { Problem } from '../manifest/problem.ts';
import type { Severity } from '../manifest/severity.ts';
import { type ProblemCode, ruleCatalog } from './ruleCatalog.ts';

/** The user's own severities, by code. */
export type RuleSettings = ReadonlyMap<ProblemCode, Severity | 'off'>;

/** How serious the user wants a problem to look; `undefined` if the rule is off. */
export function shownSeverity({ code, severity }: Problem, settings: RuleSettings): Severity | undefined {
  const setting = settings.get(code) ?? severity;
  return setting === 'off' ? undefined : setting;
}

/** How serious a problem is to the upload gate: as the user wants it, but what the service certainly refuses stays an error. */
export function gateSeverity(problem: Problem, settings: RuleSettings): Severity | undefined {
  return ruleCatalog[problem.code].locked ? problem.severity : shownSeverity(problem, settings);
}
