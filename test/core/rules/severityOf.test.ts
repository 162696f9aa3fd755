import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import type { Problem } from '../../../src/core/manifest/problem.ts';
import { type RuleSettings, gateSeverity, shownSeverity } from '../../../src/core/rules/severityOf.ts';

const span = { start: 0, end: 1 };
const blank: Problem = { code: 'batch-id-blank', span, severity: 'error' };
const large: Problem = { code: 'batch-large', span, severity: 'information', devices: 2, maxDevicesPerRequest: 1 };

function assertSeverity(problem: Problem, setting: 'error' | 'hint' | 'off' | undefined, shown: string, gate: string) {
  const settings: RuleSettings = new Map(setting === undefined ? [] : [[problem.code, setting]]);
  assert.deepEqual(
    [shownSeverity(problem, settings) ?? 'off', gateSeverity(problem, settings) ?? 'off'],
    [shown, gate],
  );
}

suite('the severity of a problem', () => {
  test('is its own where the user has set none', () => {
    assertSeverity(blank, undefined, 'error', 'error');
    assertSeverity(large, undefined, 'information', 'information');
  });

  test('is what the user has set, to the gate too', () => {
    assertSeverity(large, 'error', 'error', 'error');
    assertSeverity(large, 'hint', 'hint', 'hint');
    assertSeverity(large, 'off', 'off', 'off');
  });

  test('stays an error to the gate where the service certainly refuses', () => {
    assertSeverity(blank, 'hint', 'hint', 'error');
    assertSeverity(blank, 'off', 'off', 'error');
  });
});
