import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import { watchAbandoned } from '../../../src/features/uploadsView/watchAbandoned.ts';

suite('uploads whose windows are gone', () => {
  test('are looked for once a minute, in trusted workspaces only', context => {
    context.mock.timers.enable({ apis: ['setInterval'] });
    const errors: unknown[] = [];
    let looks = 0;
    const takeUpAbandoned = async (): Promise<void> => void (looks += 1);
    const looksIn = (minutes: number, isTrusted: boolean): number => {
      Object.assign(vscode.workspace, { isTrusted });
      const before = looks;
      context.mock.timers.tick(minutes * 60_000);
      return looks - before;
    };

    const watch = watchAbandoned({ takeUpAbandoned }, error => errors.push(error));
    assert.equal(looksIn(3, true), 3);
    assert.equal(looksIn(3, false), 0);
    watch.dispose();
    assert.equal(looksIn(3, true), 0);
    assert.deepEqual(errors, []);
  });
});
