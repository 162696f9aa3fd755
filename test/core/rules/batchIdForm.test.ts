import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { assertProblemsIn } from '../../support/problemsOf.ts';

function assertFaults(json: string, ...faults: readonly string[]) {
  const problems = assertProblemsIn('batch-id-form', `{ "batchId": ${faults.length > 0 ? `«${json}»` : json} }`);
  const found = problems.flatMap(problem =>
    problem.faults.map(fault => (fault.kind === 'characters' ? fault.characters.join('') : fault.kind)),
  );
  assert.deepEqual(found, faults);
}

suite('batch-id-form', () => {
  test('takes names that can stand in an address', () => {
    assertFaults('"SDKTestDeviceBatch"');
    assertFaults('"Büro Köln 2026.1 (Notebooks), Etage_3"');
    assertFaults('"a..b"');
  });

  test('refuses each character that would end or change the address', () => {
    for (const character of String.raw`/?#%&*:<>+`) {
      assertFaults(`"a${character}b"`, character);
    }
    assertFaults(String.raw`"a\\b"`, '\\');
    assertFaults('"a/b/c#d"', '/#');
  });

  test('refuses blanks around it, control characters, and nothing but dots', () => {
    assertFaults('" Berlin"', 'blanks-around');
    assertFaults('"Berlin\\u2060"', 'blanks-around');
    assertFaults('"Ber\\nlin"', 'control-characters');
    assertFaults('"Ber\\u009Flin"', 'control-characters');
    assertFaults('"."', 'only-dots');
    assertFaults('".. "', 'blanks-around', 'only-dots');
  });

  test('is silent where there is no batch id', () => {
    assertFaults('" "');
    assertFaults('5');
  });

  test('leaves a value alone that a syntax fault touches', () => {
    assertProblemsIn('batch-id-form', '{ "batchId": "a/b, "devices": [] }');
  });
});
