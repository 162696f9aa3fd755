import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { assertProblems } from '../../support/problemsOf.ts';

function assertKinds(devices: readonly string[], ...kinds: readonly string[]): void {
  const problems = assertProblems('product-key-form', ...devices);
  assert.deepEqual(
    problems.map(({ kind, severity }) => [kind, severity]),
    kinds.map(kind => [kind, 'warning']),
  );
}

suite('product-key-form', () => {
  test('is silent where the product key is a product key id, blanks around it or not', () => {
    assertKinds(['{ "productKey": "3305412345678" }', '{ "ProductKey": " 3305412345678\\n" }']);
  });

  test('is silent where there is none, and where it is no text', () => {
    assertKinds(['{ "productKey": null }', '{ "productKey": " " }', '{ "productKey": 3305412345678 }', '{}']);
  });

  test('tells what else the value is', () => {
    assertKinds(
      [
        '{ "productKey": «"3308000000000"» }',
        '{ "productKey": «"BCDFG-HJKMN-PQRTV-WXY23-46789"» }',
        '{ "productKey": «"00330-80000-00000-AAOEM"» }',
        '{ "productKey": «"330541234567"» }',
      ],
      'generic-pkid',
      'five-by-five',
      'settings-id',
      'other',
    );
  });

  test('holds nothing of the value', () => {
    const problems = assertProblems('product-key-form', '{ "productKey": «"BCDFG-HJKMN-PQRTV-WXY23-46789"» }');
    assert.doesNotMatch(JSON.stringify(problems), /BCDFG|46789/);
  });
});
