import { suite, test } from 'node:test';

import { assertProblems } from '../../support/problemsOf.ts';

suite('policies-empty', () => {
  test('marks an empty list, and no other', () => {
    assertProblems(
      'policies-empty',
      '{ "policies": «[]» }',
      '{ "Policies": «[ ]», "id": 1 }',
      '{ "policies": null }',
      '{ "policies": "" }',
      '{ "policies": {} }',
      '{ "policies": [{}] }',
      '{ "policies": [5] }',
      '{ "policies": [], "policies": null }',
    );
  });
});
