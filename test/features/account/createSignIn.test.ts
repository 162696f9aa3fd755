import assert from 'node:assert/strict';
import { suite, test } from 'node:test';

import { clouds, emulatorAt } from '../../../src/api/clouds.ts';
import { createSignIn } from '../../../src/features/account/createSignIn.ts';
import { Accounts, type SignInWay } from '../../../src/platform/account.ts';
import type { SignInPlace } from '../../../src/platform/signInPlace.ts';
import { FakeAuthentication } from '../../support/fakeAuthentication.ts';
import { ScriptedEditor } from '../../support/scriptedEditor.ts';

const ann = { id: 'ann.home', label: 'ann@contoso.example' };
const partnerCenter: SignInPlace = {
  cloud: clouds.public,
  clientId: '11111111-2222-4333-8444-555555555555',
  tenantId: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
};

/** Signs in, pressing `button` wherever it is offered, and returns what was said and how VS Code was asked. */
async function signIn(authentication: FakeAuthentication, way: SignInWay, button?: string, place = partnerCenter) {
  const editor = new ScriptedEditor();
  authentication.user = () => ann;
  let presses = 0;
  editor.answer = ({ buttons }) =>
    button !== undefined && buttons.includes(button) && presses++ < 1 ? button : undefined;
  const accounts = new Accounts({
    authentication,
    tenantIds: { find: async text => text },
    sovereignEnvironment: () => undefined,
    emulatorSecret: () => 'secret',
  });
  await createSignIn({ accounts, place: () => place })(way);
  const asked = authentication.asked.map(({ options }) => Object.keys(options).join(' '));
  return { said: editor.said(), asked };
}

suite('the command that signs in', () => {
  test('says who was signed in already, and signs in again if that is wanted', async () => {
    const { said, asked } = await signIn(new FakeAuthentication(ann), 'if-needed', 'Sign In Again');

    assert.deepEqual(said, [
      'Signed in to Partner Center as ann@contoso.example. [Sign In Again]',
      'Signed in to Partner Center as ann@contoso.example.',
    ]);
    assert.deepEqual(asked, ['silent', 'forceNewSession']);
  });

  test('leaves the session alone otherwise', async () => {
    assert.deepEqual((await signIn(new FakeAuthentication(ann), 'if-needed')).asked, ['silent']);
  });

  test('says who has signed in now', async () => {
    const { said, asked } = await signIn(new FakeAuthentication(), 'if-needed');

    assert.deepEqual(said, ['Signed in to Partner Center as ann@contoso.example.']);
    assert.equal(asked.at(-1), 'createIfNone');
  });

  test('lets the user choose another account', async () => {
    const { said, asked } = await signIn(new FakeAuthentication(ann), 'other-account');

    assert.deepEqual(said, ['Signed in to Partner Center as ann@contoso.example.']);
    assert.deepEqual(asked, ['createIfNone clearSessionPreference']);
  });

  test('says that the emulator needs none', async () => {
    const cloud = emulatorAt(new URL('http://127.0.0.1:4711')) ?? assert.fail();
    const place = { cloud, clientId: undefined, tenantId: undefined };
    const { said, asked } = await signIn(new FakeAuthentication(), 'if-needed', undefined, place);

    assert.deepEqual(said, ['The emulator needs no sign-in.']);
    assert.deepEqual(asked, []);
  });
});
