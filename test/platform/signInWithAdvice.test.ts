import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import { clouds } from '../../src/api/clouds.ts';
import { SignInError } from '../../src/platform/authErrors.ts';
import type { SignInPlace } from '../../src/platform/signInPlace.ts';
import { signInWithAdvice } from '../../src/platform/signInWithAdvice.ts';
import type { FrozenAccount } from '../../src/uploads/uploadRecord.ts';
import { ScriptedEditor } from '../support/scriptedEditor.ts';

const place: SignInPlace = { cloud: clouds.public, clientId: undefined, tenantId: undefined };
const account: FrozenAccount = {
  cloud: 'public',
  base: 'https://api.partnercenter.microsoft.com',
  id: 'ada.home',
  label: 'ada@contoso.example',
  clientId: undefined,
  tenantId: undefined,
};
const walkthrough = { id: 'zero-touch.device-batch#getStarted', step: 'registerApp' };

/** Signs in without an app registration, with a user who presses `button`: what came of it, and what VS Code was told to do. */
async function signInPressing(
  button: string | undefined,
): Promise<readonly [outcome: unknown, ...commands: unknown[]]> {
  const editor = new ScriptedEditor();
  editor.answer = ({ buttons }) => {
    assert.ok(button === undefined || buttons.includes(button), buttons.join());
    return button;
  };
  const accounts = {
    signIn: async ({ insists }: { readonly insists: boolean }) => {
      if (!insists) {
        throw new SignInError({ is: 'client-id-missing' });
      }
      return account;
    },
  };
  const signingIn = signInWithAdvice(accounts, place, 'if-needed', new AbortController().signal);
  const outcome = await signingIn.catch((error: unknown) =>
    error instanceof vscode.CancellationError ? 'cancelled' : error,
  );
  return [outcome, ...editor.commands];
}

suite('Signing in without an app registration', () => {
  test('goes on only if the user insists', async () =>
    assert.deepEqual(await signInPressing('Sign In Anyway'), [account]));

  test('is called off otherwise', async () => assert.deepEqual(await signInPressing(undefined), ['cancelled']));

  test('leads to the settings', async () =>
    assert.deepEqual(await signInPressing('Open Settings'), [
      'cancelled',
      ['workbench.action.openSettings', 'deviceBatch.auth'],
    ]));

  test('leads to the step of the walkthrough that tells how to register one', async () =>
    assert.deepEqual(await signInPressing('How to Register'), [
      'cancelled',
      ['workbench.action.openWalkthrough', { category: walkthrough.id, step: walkthrough.step }],
    ]));

  test('names a step that there is', () => {
    const { publisher, name, contributes } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    );
    const [{ id, steps }] = contributes.walkthroughs;
    assert.equal(`${publisher}.${name}#${id}`, walkthrough.id);
    assert.ok(steps.some((step: { readonly id: string }) => step.id === walkthrough.step));
  });
});
