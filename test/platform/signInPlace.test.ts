import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { clouds } from '../../src/api/clouds.ts';
import { SignInError } from '../../src/platform/authErrors.ts';
import { signInPlace } from '../../src/platform/signInPlace.ts';
import { ScriptedEditor } from '../support/scriptedEditor.ts';

const clientId = '11111111-2222-4333-8444-555555555555';
const emulator = { base: new URL('http://127.0.0.1:4321'), secret: 'secret' };

function set(settings: Readonly<Record<string, string>>): void {
  const editor = new ScriptedEditor();
  for (const [key, value] of Object.entries(settings)) {
    editor.settings.set(`deviceBatch.${key}`, value);
  }
}

suite('signInPlace', () => {
  test('is the public cloud unless something else is set', () => {
    set({});
    assert.deepEqual(signInPlace(undefined), { cloud: clouds.public, clientId: undefined, tenantId: undefined });
  });

  test('is the cloud of the settings, with their registration and tenant', () => {
    set({ cloud: 'china', 'auth.clientId': clientId, 'auth.tenantId': 'partner.example' });
    assert.deepEqual(signInPlace(undefined), { cloud: clouds.china, clientId, tenantId: 'partner.example' });
  });

  test('is the emulator where this window uses one, whatever the settings say', () => {
    set({ cloud: 'public', 'auth.clientId': clientId });
    const { cloud, ...others } = signInPlace(emulator);
    assert.deepEqual([cloud.name, cloud.base.href], ['emulator', 'http://127.0.0.1:4321/']);
    assert.deepEqual(others, { clientId: undefined, tenantId: undefined });
  });

  test('is nowhere where the settings name an emulator and there is none', () => {
    set({ cloud: 'emulator' });
    assert.throws(
      () => signInPlace(undefined),
      error => error instanceof SignInError && error.fault.is === 'emulator-missing',
    );
  });
});
