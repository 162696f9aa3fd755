import assert from 'node:assert/strict';

import { drain } from '../../src/core/manifest/drain.ts';
import { fixAll, fixesFor } from '../../src/core/manifest/fixes.ts';
import type { Fix } from '../../src/core/manifest/fixes/fix.ts';
import { applyEdits } from '../../src/core/manifest/textEdit.ts';
import { checkInSteps } from '../../src/core/manifest/validate.ts';
import type { Check } from '../../src/core/manifest/validate.ts';
import { sha256 } from './sha256.ts';

/** Asserts that each fix of this kind, one by one, turns `before` into the next of `after`, removes its fault and breaks nothing. */
export function assertFix(kind: Fix['kind'], before: string, ...after: readonly string[]): void {
  const check = checkOf(before);
  const fixed = check.problems.flatMap(problem =>
    fixesFor(check, problem)
      .filter(fix => fix.kind === kind)
      .map(fix => {
        const text = applyEdits(before, fix.edits);
        assertSound(check, text);
        assert.ok(count(checkOf(text), problem.code) < count(check, problem.code), `${problem.code} is gone`);
        return text;
      }),
  );
  assert.deepEqual(fixed, after);
}

/** Asserts what fixing everything of this kind at once makes of `before`; after it there is no more to fix. */
export function assertFixAll(kind: Fix['kind'], before: string, after: string): void {
  const check = checkOf(before);
  const text = applyEdits(before, fixAll(check, check.problems, kind));
  assert.equal(text, after);
  assertSound(check, text);
  assertFix(kind, text);
}

/** Asserts that nothing in `text` has a fix of this kind. */
export function assertNoFix(kind: Fix['kind'], text: string): void {
  assertFix(kind, text);
}

/** A manifest, read and checked. */
export function checkOf(text: string): Check {
  return drain(checkInSteps(text, { language: 'jsonc', sha256 }));
}

function assertSound(before: Check, text: string): void {
  assert.ok(errorCount(checkOf(text)) <= errorCount(before), `no new error in\n${text}`);
}

function errorCount({ problems }: Check): number {
  return problems.filter(({ severity }) => severity === 'error').length;
}

function count({ problems }: Check, code: string): number {
  return problems.filter(problem => problem.code === code).length;
}
