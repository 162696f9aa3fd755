import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { assertProblems, assertProblemsIn } from '../../support/problemsOf.ts';

suite('group-tag', () => {
  test('marks every name a group tag has elsewhere, at the root and in devices', () => {
    assertProblemsIn(
      'group-tag',
      '{ «"groupTag"»: "A", "batchId": "b", "devices": [{ «"GroupTag"»: "A", «"orderIdentifier"»: "B", «"orderId"»: "C", "policies": [{ "groupTag": "D" }] }] }',
    );
  });

  test('tells the tag without the blanks around it; nothing if it is no text', () => {
    const problems = assertProblems('group-tag', '{ «"groupTag"»: " Sales " }', '{ «"orderId"»: 5 }');
    assert.deepEqual(
      problems.map(({ name, tag }) => [name, tag]),
      [
        ['groupTag', 'Sales'],
        ['orderId', undefined],
      ],
    );
  });

  test('is silent where there is no tag', () => {
    assertProblems(
      'group-tag',
      '{ "groupTag": null }',
      '{ "groupTag": "" }',
      '{ "groupTag": " " }',
      '{ "grouptag": "A" }',
    );
  });
});
