import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';

import { drain } from '../../../src/core/manifest/drain.ts';
import { checkInSteps } from '../../../src/core/manifest/validate.ts';
import { type ProblemCode, problemCodes } from '../../../src/core/rules/ruleCatalog.ts';
import type { RuleSettings } from '../../../src/core/rules/severityOf.ts';
import { type ProblemsAnswer, problemsAnswer } from '../../../src/features/agentTools/problemsAnswer.ts';
import { sha256 } from '../../support/sha256.ts';

function answerFor(text: string, rules: RuleSettings = new Map()): ProblemsAnswer {
  return problemsAnswer(drain(checkInSteps(text, { language: 'jsonc', sha256 })), {
    name: 'a.devicebatch.jsonc',
    lineAt: offset => text.slice(0, offset).split('\n').length,
    rules,
  });
}

function sample(name: string): string {
  return readFileSync(new URL(`../../../samples/${name}`, import.meta.url), 'utf8');
}

suite('what an assistant is told about a manifest', () => {
  test('is code, severity, line and message', () =>
    assert.deepEqual(answerFor('{\n  "batchId": "A",\n  "devices": [\n    { "serialNumber": "1R9-ZNP67" }\n  ]\n}'), {
      manifest: 'a.devicebatch.jsonc',
      devices: 1,
      blocksUpload: true,
      problems: [
        {
          code: 'identity-missing',
          severity: 'error',
          line: 4,
          message:
            'The device needs an identity: add oemManufacturerName and modelName, or a hardwareHash or productKey.',
          serialEndsWith: '…NP67',
        },
      ],
      more: 0,
    }));

  test('holds no value, whatever the problem', () => {
    const text = sample('mistakes.devicebatch.jsonc');
    const answer = answerFor(text);
    const values = [...text.matchAll(/"((?:[^"\\]|\\.){5,})"(?!\s*:)/g)].map(([, value]) => value ?? '');
    const told = answer.problems.map(({ message }) => message).join('\n');

    assert.ok(new Set(answer.problems.map(({ code }) => code)).size >= 20);
    assert.ok(values.length > 20);
    assert.deepEqual(
      values.filter(value => told.includes(value)),
      [],
    );
  });

  test('tells 200 problems, the most serious ones', () => {
    const padded = Array.from({ length: 300 }, (_, n) => `{ "productKey": " ${3305213974608 + n}" }`);
    const answer = answerFor(`{ "batchId": "A", "devices": [${padded.join(', ')}, {}] }`);
    assert.equal(answer.problems.length, 200);
    assert.equal(answer.more, 101);
    assert.equal(answer.problems.at(-1)?.code, 'identity-missing');
  });

  test('goes by the gate: what blocks the upload cannot be switched off', () => {
    const off = new Map<ProblemCode, 'off'>(problemCodes.map(code => [code, 'off']));
    const codes = answerFor(sample('mistakes.devicebatch.jsonc'), off).problems.map(({ code }) => code);
    assert.deepEqual(new Set(codes), new Set(['customer-id-form', 'identity-missing', 'property-twice', 'schema']));
  });

  test('does not tell a serial number that ends where it begins', () =>
    assert.equal(
      answerFor('{ "batchId": "A", "devices": [{ "serialNumber": "1234" }] }').problems[0]?.serialEndsWith,
      '…',
    ));
});
