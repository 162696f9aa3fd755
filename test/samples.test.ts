import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';

import { fixAll, fixesFor } from '../src/core/manifest/fixes.ts';
import type { ProblemCode } from '../src/core/manifest/problem.ts';
import { applyEdits } from '../src/core/manifest/textEdit.ts';
import { validate } from '../src/core/manifest/validate.ts';
import { problemCodes } from '../src/core/rules/ruleCatalog.ts';
import { exampleCustomers } from '../src/emulator/customer.ts';
import { checkOf } from './support/assertFix.ts';
import { sha256 } from './support/sha256.ts';

const folder = new URL('../samples/', import.meta.url);

/** What is said of each sample, in the order of its text. */
const expected: Readonly<Record<string, readonly ProblemCode[]>> = {
  'SDKTestDeviceBatch.devicebatch.json': ['product-key-form', 'hash-unrecognized'],
  'by-hash.devicebatch.jsonc': [],
  'by-product-key.devicebatch.json': [],
  'by-tuple.devicebatch.json': [],
  'mistakes.devicebatch.jsonc': [
    'customer-id-form',
    'batch-id-form',
    'identity-missing',
    'property-unknown',
    'property-twice',
    'schema',
    'group-tag',
    'policies-empty',
    'padded-value',
    'placeholder-identity',
    'tuple-spelling',
    'tuple-spelling',
    'product-key-form',
    'product-key-form',
    'hash-unrecognized',
    'hash-damaged',
    'hash-altered',
    'hash-identity',
    'hash-note',
    'hash-mismatch',
    'duplicate-device',
    'board-replaced',
  ],
  'with-comments.devicebatch.jsonc': [],
};

/** What one manifest cannot show together with the others. */
const notShown: readonly ProblemCode[] = ['syntax', 'batch-id-blank', 'devices-empty', 'batch-large'];

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

function codesOf(name: string): readonly ProblemCode[] {
  const language = name.endsWith('.jsonc') ? 'jsonc' : 'json';
  return validate(read(name), { language, sha256 }).map(({ code }) => code);
}

suite('The samples', () => {
  test('are these manifests', () => {
    const names = readdirSync(folder).filter(name => name.includes('.devicebatch.'));
    assert.deepEqual(names.toSorted(), Object.keys(expected).toSorted());
  });

  for (const [name, codes] of Object.entries(expected)) {
    test(`${name} has ${codes.length === 0 ? 'no problem' : 'the problems it is to show'}`, () => {
      assert.deepEqual(codesOf(name), codes);
    });
  }

  test('show every problem that one manifest can have', () => {
    const shown = new Set(Object.values(expected).flat());
    assert.deepEqual(
      problemCodes.filter(code => !shown.has(code)),
      notShown,
    );
  });

  for (const name of Object.keys(expected)) {
    test(`${name} names no customer that the emulator does not have`, () => {
      const named = /"customerId": "\{?([^"}]*)/.exec(read(name))?.[1];
      assert.ok(named === undefined || exampleCustomers.some(({ id }) => id === named), named);
    });
  }

  test("the service's own example can be uploaded", () => {
    const problems = validate(read('SDKTestDeviceBatch.devicebatch.json'), { language: 'json', sha256 });
    assert.ok(problems.every(({ severity }) => severity !== 'error'));
  });
});

suite('The fixes of the sample of mistakes', () => {
  const text = read('mistakes.devicebatch.jsonc');
  const check = checkOf(text);

  for (const problem of check.problems) {
    for (const fix of fixesFor(check, problem)) {
      test(`${fix.kind} removes its ${problem.code} and brings no other`, () => {
        const remaining = checkOf(applyEdits(text, fix.edits)).problems.map(({ code }) => code);
        assert.deepEqual(remaining, codesWithout(problem));
      });
    }
  }

  test('leave only what needs a person', () => {
    const kinds = new Set(check.problems.flatMap(problem => fixesFor(check, problem).map(({ kind }) => kind)));
    let fixed = text;
    for (const kind of kinds) {
      const current = checkOf(fixed);
      fixed = applyEdits(fixed, fixAll(current, current.problems, kind));
    }
    assert.deepEqual(
      checkOf(fixed).problems.map(({ code }) => code),
      [
        'batch-id-form',
        'identity-missing',
        'property-twice',
        'placeholder-identity',
        'tuple-spelling',
        'product-key-form',
        'hash-unrecognized',
        'hash-damaged',
        'hash-altered',
        'hash-identity',
        'hash-note',
        'board-replaced',
      ],
    );
  });

  function codesWithout(fixed: unknown): readonly ProblemCode[] {
    return check.problems.filter(problem => problem !== fixed).map(({ code }) => code);
  }
});
