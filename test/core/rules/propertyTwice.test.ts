import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { assertProblems, assertProblemsIn } from '../../support/problemsOf.ts';

suite('property-twice', () => {
  test('marks every later occurrence at the root, in devices and in policies', () => {
    assertProblemsIn(
      'property-twice',
      '{ "batchId": "a", «"batchId"»: "b", «"BatchId"»: null, "devices": [{ "id": 1, «"Id"»: 2, "policies": [{ "key": 1, "value": 1, «"Key"»: 1 }] }] }',
    );
  });

  test('says where it stands first, and whether it is spelled the same', () => {
    const problems = assertProblems('property-twice', '{ "id": 1, «"Id"»: 2, «"id"»: 3 }');
    assert.deepEqual(
      problems.map(({ name, sameSpelling }) => [name, sameSpelling]),
      [
        ['Id', false],
        ['id', true],
      ],
    );
    assert.equal(problems[0]?.first.start, problems[1]?.first.start);
  });

  test('looks at unknown names too, but takes no other spelling for the same', () => {
    assertProblems(
      'property-twice',
      '{ "a": 1, «"A"»: 2, "serialNumber": "A", "SERIALNUMBER": "B", "serialnumber": "C" }',
    );
  });

  test('looks into nothing else', () => {
    assertProblems(
      'property-twice',
      '{ "attributes": { "a": 1, "a": 2 }, "links": { "b": 1, "B": 2 }, "c": { "d": 1, "d": 2 } }',
    );
  });
});
