import assert from 'node:assert/strict';

import type { ProblemCode, ProblemOf } from '../../src/core/manifest/problem.ts';
import { validate } from '../../src/core/manifest/validate.ts';
import { readMarks, showMarks } from './markedText.ts';
import { sha256 } from './sha256.ts';

/** A manifest in which nothing is wrong but perhaps its devices, given as JSON. */
export function manifestOf(...devices: readonly string[]): string {
  return `{ "batchId": "Berlin", "devices": [\n  ${devices.join(',\n  ')}\n] }`;
}

/** The problems of one code in a manifest. */
export function problemsOf<Code extends ProblemCode>(code: Code, text: string): readonly ProblemOf<Code>[] {
  return validate(text, { language: 'json', sha256 }).filter(problem => isOf(code, problem));
}

/** Asserts that the problems of one code in a manifest of `devices` are those that are marked, and returns them. */
export function assertProblems<Code extends ProblemCode>(
  code: Code,
  ...devices: readonly string[]
): readonly ProblemOf<Code>[] {
  return assertProblemsIn(code, manifestOf(...devices));
}

/** Asserts that the problems of one code in a manifest are those that are marked, and returns them. */
export function assertProblemsIn<Code extends ProblemCode>(code: Code, marked: string): readonly ProblemOf<Code>[] {
  const { text } = readMarks(marked);
  const problems = problemsOf(code, text);
  const spans = problems.map(({ span }) => span);
  assert.equal(showMarks(text, spans), marked);
  return problems;
}

function isOf<Code extends ProblemCode>(
  code: Code,
  problem: { readonly code: ProblemCode },
): problem is ProblemOf<Code> {
  return problem.code === code;
}
