import { suite, test } from 'node:test';

import { assertFix, assertFixAll, assertNoFix } from '../../../support/assertFix.ts';
import { manifestOf } from '../../../support/problemsOf.ts';

const key = '"productKey": "3305412345678"';

function lines(...texts: readonly string[]): string {
  return manifestOf(texts.join('\n'));
}

suite('the fix remove-empty-policies', () => {
  const inLine: readonly (readonly [where: string, before: string, after: string])[] = [
    ['between others', `{ "id": 1, "policies": [], ${key} }`, `{ "id": 1, ${key} }`],
    ['at the beginning', `{ "policies": [], ${key} }`, `{ ${key} }`],
    ['at the end', `{ ${key}, "Policies" : [ ] }`, `{ ${key} }`],
    ['before a trailing comma', `{ ${key}, "policies": [], }`, `{ ${key}, }`],
    ['without blanks', `{${key},"policies":[],"id":1}`, `{${key},"id":1}`],
  ];
  for (const [where, before, after] of inLine) {
    test(`removes them ${where}`, () => assertFix('remove-empty-policies', manifestOf(before), manifestOf(after)));
  }

  test('takes their line along, and the comma before them if they are the last', () => {
    assertFix('remove-empty-policies', lines('{', '  "policies": [],', `  ${key}`, '}'), lines('{', `  ${key}`, '}'));
    assertFix('remove-empty-policies', lines('{', `  ${key},`, '  "policies": []', '}'), lines('{', `  ${key}`, '}'));
    assertFix(
      'remove-empty-policies',
      manifestOf(`{\r\n\t${key},\r\n\t"policies": [\r\n\t],\r\n\t"id": 1\r\n}`),
      manifestOf(`{\r\n\t${key},\r\n\t"id": 1\r\n}`),
    );
  });

  test('keeps comments', () => {
    assertFix(
      'remove-empty-policies',
      lines('{', '  // a', '  "policies": [], // b', `  ${key}`, '}'),
      lines('{', '  // a', '  // b', `  ${key}`, '}'),
    );
    assertFix(
      'remove-empty-policies',
      lines('{', `  ${key}, // a`, '  "policies": [] // b', '}'),
      lines('{', `  ${key} // a`, '  // b', '}'),
    );
    assertFix(
      'remove-empty-policies',
      manifestOf(`{ ${key} /* a */ , /* b */ "policies": [] /* c */ }`),
      manifestOf(`{ ${key} /* a */  /* b */ /* c */ }`),
    );
  });

  test('does so in all devices at once', () => {
    assertFixAll(
      'remove-empty-policies',
      manifestOf(`{ ${key}, "policies": [] }`, '{ "policies": [], "productKey": "3305412345679" }'),
      manifestOf(`{ ${key} }`, '{ "productKey": "3305412345679" }'),
    );
  });

  test('leaves other lists alone', () =>
    assertNoFix('remove-empty-policies', manifestOf('{ "policies": [{}], "id": [] }')));
});
