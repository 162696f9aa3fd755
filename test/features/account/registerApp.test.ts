import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';

import * as vscode from 'vscode';

import { registerApp } from '../../../src/features/account/registerApp.ts';

const clientId = 'f0e1d2c3-1111-4222-8333-444455556666';

/** Takes the choices with these labels, one after the other, and resolves with all labels and what came of it. */
async function take(...labels: readonly string[]) {
  const done: string[] = [];
  const offered: string[] = [];
  const remaining = [...labels];
  Object.assign(vscode.workspace, { getConfiguration: () => new Map([['auth.clientId', clientId]]) });
  Object.assign(vscode.commands, {
    executeCommand: async (...command: readonly string[]) => done.push(command.join(' ')),
  });
  Object.assign(vscode.env, {
    clipboard: { writeText: async (text: string) => done.push(`copied ${text}`) },
    openExternal: async (uri: vscode.Uri) => done.push(`opened ${uri.toString()}`),
  });
  Object.assign(vscode.window, {
    setStatusBarMessage: () => new vscode.Disposable(() => {}),
    showQuickPick: async (items: readonly vscode.QuickPickItem[]) => {
      offered.splice(0, Infinity, ...items.map(({ label }) => label));
      const wanted = remaining.shift();
      return items.find(({ label }) => label === wanted);
    },
  });
  await assert.rejects(registerApp(), vscode.CancellationError);
  return { done, offered };
}

suite('registering an app', () => {
  test('opens the portal, copies values and opens the settings, until it is dismissed', async () => {
    const { done } = await take(
      '$(link-external) Open App Registrations in Microsoft Entra',
      '$(copy) http://localhost',
      '$(copy) user_impersonation',
      '$(gear) Enter Its Client ID and Your Tenant',
    );
    assert.deepEqual(done, [
      'opened https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
      'copied http://localhost',
      'copied user_impersonation',
      'workbench.action.openSettings deviceBatch.auth',
    ]);
  });

  test('offers every value that the README names', async () => {
    const { offered } = await take();
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    const copied = offered.filter(label => label.startsWith('$(copy) ')).map(label => label.slice('$(copy) '.length));
    assert.equal(copied.length, 7);
    assert.deepEqual(
      copied.filter(value => !readme.includes(value.replace(clientId, '<client id>'))),
      [],
    );
  });
});
