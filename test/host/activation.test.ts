import assert from 'node:assert/strict';

import { suite, test } from 'mocha';
import * as vscode from 'vscode';

suite('the installed extension', () => {
  test('activates', async () => {
    const extension = vscode.extensions.getExtension('zero-touch.device-batch');
    assert(extension, 'is not installed');
    await extension.activate();
    assert(extension.isActive);
  });

  test('runs on the samples', () => {
    assert.deepEqual(
      vscode.workspace.workspaceFolders?.map(folder => folder.name),
      ['samples'],
    );
  });
});
