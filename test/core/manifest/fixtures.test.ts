import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';

import { drain } from '../../../src/core/manifest/drain.ts';
import { fixAll, fixesFor } from '../../../src/core/manifest/fixes.ts';
import { applyEdits } from '../../../src/core/manifest/textEdit.ts';
import { type Check, checkInSteps } from '../../../src/core/manifest/validate.ts';
import { sha256 } from '../../support/sha256.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/manifests');

/** What is wrong with a fixture stands in its name. */
function codesInName(file: string): readonly string[] {
  const name = file.replace(/\.devicebatch\.jsonc?$/, '');
  return name === 'sound' ? [] : name.split('+');
}

function check(file: string, text: string): Check {
  return drain(checkInSteps(text, { language: file.endsWith('c') ? 'jsonc' : 'json', sha256 }));
}

/** How many problems there are, of all codes or of one. */
function count({ problems }: Check, code?: string): number {
  return code === undefined ? problems.length : problems.filter(problem => problem.code === code).length;
}

function assertFixed(file: string, before: Check, after: Check, code: string, kind: string) {
  const what = `${kind} in ${file}:\n${after.manifest.text}`;
  assert.ok(count(after, code) < count(before, code), `the fault is still there after ${what}`);
  assert.ok(count(after) < count(before), `something else is wrong after ${what}`);
  assert.ok(count(after, 'syntax') <= count(before, 'syntax'), `it is no JSON after ${what}`);
}

for (const file of globSync('*', { cwd: folder })) {
  suite(file, () => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const before = check(file, text);

    test('has what its name says', () => {
      assert.deepEqual(new Set(before.problems.map(({ code }) => code)), new Set(codesInName(file)));
    });

    test('is better after each of its fixes, by one problem and no worse anywhere', () => {
      for (const problem of before.problems) {
        for (const fix of fixesFor(before, problem)) {
          const after = check(file, applyEdits(text, fix.edits));
          assertFixed(file, before, after, problem.code, fix.kind);
        }
      }
    });

    test('is better after all fixes of a kind at once', () => {
      const kinds = new Set(before.problems.flatMap(problem => fixesFor(before, problem).map(({ kind }) => kind)));
      for (const kind of kinds) {
        const after = check(file, applyEdits(text, fixAll(before, before.problems, kind)));
        assert.ok(count(after) < count(before), `${kind} in ${file}:\n${after.manifest.text}`);
        assert.ok(count(after, 'syntax') <= count(before, 'syntax'));
        const left = after.problems.flatMap(problem => fixesFor(after, problem)).filter(fix => fix.kind === kind);
        assert.deepEqual(left, [], `${kind} is left in ${file}:\n${after.manifest.text}`);
      }
    });
  });
}
