import { type Device, textField } from '../../core/manifest/manifest.ts';
import { deviceAt } from '../../core/manifest/propertyAt.ts';
import { type Severity, severities } from '../../core/manifest/severity.ts';
import type { Check } from '../../core/manifest/validate.ts';
import { gateSeverity, type RuleSettings } from '../../core/rules/severityOf.ts';
import { bareProblemWords } from '../../platform/words/bareProblems.ts';
import { lastFour } from './lastFour.ts';

/** More problems than an assistant can use. */
const mostTold = 200;

/** What the answer needs beside the check. */
export interface CheckedDocument {
  /** What the assistant knows the manifest by. */
  readonly name: string;
  /** The line of a position in the text, from 1. */
  readonly lineAt: (offset: number) => number;
  readonly rules: RuleSettings;
}

export interface ProblemsAnswer {
  readonly manifest: string;
  readonly devices: number;
  /** Whether any of the problems is an error. */
  readonly blocksUpload: boolean;
  /** In reading order; where there are too many, the most serious. */
  readonly problems: readonly ToldProblem[];
  /** How many are not told. */
  readonly more: number;
}

/** A problem without any value of the manifest, but for the end of the serial number of the device it is in. */
export interface ToldProblem {
  readonly code: string;
  readonly severity: Severity;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  readonly serialEndsWith?: string;
}

/** What an assistant is told about a manifest's problems: those of the upload gate, as serious as they are to it. */
export function problemsAnswer(
  { manifest, problems }: Pick<Check, 'manifest' | 'problems'>,
  { name, lineAt, rules }: CheckedDocument,
): ProblemsAnswer {
  const judged = problems.flatMap(problem => {
    const severity = gateSeverity(problem, rules);
    return severity === undefined ? [] : [{ problem, severity }];
  });
  const told = severities
    .flatMap(severity => judged.filter(one => one.severity === severity))
    .slice(0, mostTold)
    .sort((a, b) => a.problem.span.start - b.problem.span.start);
  return {
    manifest: name,
    devices: manifest.deviceCount,
    blocksUpload: judged.some(({ severity }) => severity === 'error'),
    problems: told.map(({ problem, severity }) => ({
      code: problem.code,
      severity,
      line: lineAt(problem.span.start),
      message: bareProblemWords(problem),
      ...serialOf(deviceAt(manifest, problem.span.start)),
    })),
    more: judged.length - told.length,
  };
}

function serialOf(device: Device | undefined): Pick<ToldProblem, 'serialEndsWith'> {
  const serial = device && textField(device, 'serialNumber');
  return serial === undefined ? {} : { serialEndsWith: lastFour(serial.text) };
}
