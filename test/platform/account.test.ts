import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as vscode from 'vscode';

import type { Account } from '../../src/api/account.ts';
import { clouds, emulatorAt } from '../../src/api/clouds.ts';
import { Accounts, type SignInRequest, type SignInWay } from '../../src/platform/account.ts';
import { SignInError, type SignInFault } from '../../src/platform/authErrors.ts';
import type { Ground } from '../../src/uploads/uploadPorts.ts';
import type { FrozenAccount } from '../../src/uploads/uploadRecord.ts';
import { type FakeAccount, FakeAuthentication } from '../support/fakeAuthentication.ts';

const clientId = '11111111-2222-4333-8444-555555555555';
const tenantId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const ann: FakeAccount = { id: 'ann.home', label: 'ann@contoso.example' };
const bob: FakeAccount = { id: 'bob.home', label: 'bob@contoso.example' };
const scopes = [
  `VSCODE_CLIENT_ID:${clientId}`,
  `VSCODE_TENANT:${tenantId}`,
  'https://api.partnercenter.microsoft.com/user_impersonation',
];
const frozenAnn: FrozenAccount = {
  cloud: 'public',
  base: 'https://api.partnercenter.microsoft.com',
  id: ann.id,
  label: ann.label,
  clientId,
  tenantId,
};
const signal = new AbortController().signal;

interface World {
  readonly sovereignEnvironment?: string;
  readonly secret?: string;
}

function accountsOf(authentication: FakeAuthentication, { sovereignEnvironment, secret }: World = {}): Accounts {
  return new Accounts({
    authentication,
    tenantIds: { find: async text => (text === 'contoso.example' ? tenantId : text) },
    sovereignEnvironment: () => sovereignEnvironment,
    emulatorSecret: () => secret,
  });
}

function request(more: Partial<SignInRequest> = {}): SignInRequest {
  return { cloud: clouds.public, clientId, tenantId, insists: false, ...more };
}

async function assertFails(signingIn: Promise<unknown>, fault: SignInFault): Promise<void> {
  await assert.rejects(signingIn, (error: unknown) => {
    assert.ok(error instanceof SignInError, String(error));
    assert.deepEqual(error.fault, fault);
    return true;
  });
}

/** How VS Code was asked, one line per time. */
function waysAsked({ asked }: FakeAuthentication): readonly string[] {
  return asked.map(({ options: { account, ...options } }) =>
    [...Object.keys(options), ...(account === undefined ? [] : [`as ${account.label}`])].join(' '),
  );
}

suite('Accounts: signing in', () => {
  test('asks for a token for Partner Center, of the own app registration and tenant', async () => {
    const authentication = new FakeAuthentication(ann);

    assert.deepEqual(await accountsOf(authentication).current(request(), signal), frozenAnn);
    assert.deepEqual(authentication.asked, [{ providerId: 'microsoft', request: scopes, options: { silent: true } }]);
  });

  test('finds the tenant of a domain', async () => {
    const authentication = new FakeAuthentication(ann);

    const account = await accountsOf(authentication).current(request({ tenantId: 'contoso.example' }), signal);

    assert.deepEqual([account, authentication.asked[0]?.request], [frozenAnn, scopes]);
  });

  test('takes the GUIDs as people paste them', async () => {
    const authentication = new FakeAuthentication(ann);

    await accountsOf(authentication).current(request({ clientId: ` {${clientId.toUpperCase()}} ` }), signal);

    assert.deepEqual(authentication.asked[0]?.request, scopes);
  });

  test('leaves the tenant to the account where none is set', async () => {
    const authentication = new FakeAuthentication(ann);

    const account = await accountsOf(authentication).current(request({ tenantId: undefined }), signal);

    assert.deepEqual(authentication.asked[0]?.request, [scopes[0], scopes[2]]);
    assert.equal(account?.tenantId, undefined);
  });

  test('asks for nothing without an app registration, unless the user insists', async () => {
    const authentication = new FakeAuthentication(ann);
    const accounts = accountsOf(authentication);

    await assertFails(accounts.current(request({ clientId: undefined }), signal), { is: 'client-id-missing' });
    assert.equal(authentication.asked.length, 0);

    await accounts.current(request({ clientId: undefined, insists: true }), signal);
    assert.deepEqual(authentication.asked[0]?.request, scopes.slice(1));
  });

  test('asks for nothing with an app registration that is none', async () => {
    const authentication = new FakeAuthentication(ann);

    await assertFails(accountsOf(authentication).current(request({ clientId: 'my-app' }), signal), {
      is: 'client-id-malformed',
    });
    assert.equal(authentication.asked.length, 0);
  });

  test('says that nobody is signed in', async () => {
    assert.equal(await accountsOf(new FakeAuthentication()).current(request(), signal), undefined);
  });

  const ways: readonly (readonly [way: SignInWay, silently: boolean, asked: readonly string[]])[] = [
    ['if-needed', true, ['silent']],
    ['if-needed', false, ['silent', 'createIfNone']],
    ['other-account', true, ['createIfNone clearSessionPreference']],
  ];
  for (const [way, silently, asked] of ways) {
    test(`signs in ${way}, ${silently ? 'with' : 'without'} a session`, async () => {
      const authentication = new FakeAuthentication(ann);
      authentication.silently = silently;
      authentication.user = () => bob;

      const account = await accountsOf(authentication).signIn(request(), way, signal);

      assert.equal(account.id, asked.at(-1) === 'silent' ? ann.id : bob.id);
      assert.deepEqual(waysAsked(authentication), asked);
    });
  }

  test('is silent about a user who declines', async () => {
    const signingIn = accountsOf(new FakeAuthentication()).signIn(request(), 'if-needed', signal);

    await assert.rejects(signingIn, vscode.CancellationError);
  });

  test('can be called off while the user is being asked', async () => {
    const authentication = new FakeAuthentication();
    const controller = new AbortController();
    authentication.user = () => {
      controller.abort(new Error('called off'));
      return ann;
    };

    await assert.rejects(
      accountsOf(authentication).signIn(request(), 'other-account', controller.signal),
      /called off/,
    );
  });

  test('uses the provider of another cloud only where VS Code has been told of it', async () => {
    const authentication = new FakeAuthentication(ann);
    const china = request({ cloud: clouds.china });

    await assertFails(accountsOf(authentication).current(china, signal), {
      is: 'cloud-not-configured',
      cloud: 'china',
    });
    await assertFails(accountsOf(authentication, { sovereignEnvironment: 'USGovernment' }).current(china, signal), {
      is: 'cloud-not-configured',
      cloud: 'china',
    });
    assert.equal(authentication.asked.length, 0);

    const account = await accountsOf(authentication, { sovereignEnvironment: 'ChinaCloud' }).current(china, signal);
    assert.equal(account?.base, 'https://partner.partnercenterapi.microsoftonline.cn');
    assert.equal(authentication.asked[0]?.providerId, 'microsoft-sovereign-cloud');
    assert.deepEqual(
      Object.values(authentication.asked[0]?.request ?? {}).at(-1),
      `${account?.base}/user_impersonation`,
    );
  });

  test('signs nobody in to the emulator', async () => {
    const authentication = new FakeAuthentication(ann);
    const cloud = emulatorAt(new URL('http://127.0.0.1:4711'));
    assert.ok(cloud);

    assert.deepEqual(await accountsOf(authentication).signIn(request({ cloud }), 'if-needed', signal), {
      cloud: 'emulator',
      base: 'http://127.0.0.1:4711',
    });
    assert.equal(authentication.asked.length, 0);
  });
});

function tokensOf(authentication: FakeAuthentication, ground: Ground, account: FrozenAccount = frozenAnn): Account {
  return accountsOf(authentication).of(account, ground);
}

suite("Accounts: a frozen account's tokens", () => {
  test('are those of that account, whoever is preferred', async () => {
    const authentication = new FakeAuthentication(bob, ann);

    assert.equal(await tokensOf(authentication, 'background').token(signal), 'token-1');
    assert.deepEqual(authentication.asked, [
      { providerId: 'microsoft', request: scopes, options: { silent: true, account: ann } },
    ]);
  });

  test('are asked for anew every time', async () => {
    const authentication = new FakeAuthentication(ann);
    const account = tokensOf(authentication, 'background');

    await account.token(signal);
    authentication.token = 'token-2';

    assert.equal(await account.token(signal), 'token-2');
  });

  test('are for the origin of its cloud', () => {
    assert.equal(tokensOf(new FakeAuthentication(), 'background').resource.origin, frozenAnn.base);
  });

  test('are never asked for on behalf of another origin', () => {
    const authentication = new FakeAuthentication(ann);

    for (const base of [
      'https://evil.example',
      'http://api.partnercenter.microsoft.com',
      'https://api.partnercenter.microsoft.com:8443',
      'https://api.partnercenter.microsoft.com.evil.example',
      'https://partner.partnercenterapi.microsoftonline.cn',
    ]) {
      assert.throws(() => tokensOf(authentication, 'foreground', { ...frozenAnn, base }), /not the origin/);
    }
    assert.throws(() => tokensOf(authentication, 'foreground', { cloud: 'emulator', base: 'http://10.0.0.1' }));
    assert.equal(authentication.asked.length, 0);
  });

  test('are not to be had in the background once the account is gone', async () => {
    const authentication = new FakeAuthentication(bob);
    authentication.user = () => ann;

    assert.equal(await tokensOf(authentication, 'background').token(signal), undefined);
    assert.deepEqual(waysAsked(authentication), ['silent as ann@contoso.example']);
  });

  test('are asked of the user in the foreground', async () => {
    const authentication = new FakeAuthentication(bob);
    authentication.user = () => ann;

    assert.equal(await tokensOf(authentication, 'foreground').token(signal), 'token-1');
    assert.deepEqual(waysAsked(authentication), [
      'silent as ann@contoso.example',
      'createIfNone as ann@contoso.example',
    ]);
  });

  test('are not to be had where the user declines', async () => {
    assert.equal(await tokensOf(new FakeAuthentication(), 'foreground').token(signal), undefined);
  });

  test('are never those of another account that the user signed in with', async () => {
    const authentication = new FakeAuthentication();
    authentication.user = () => bob;

    await assertFails(tokensOf(authentication, 'foreground').token(signal), { is: 'other-account' });
    await assertFails(tokensOf(authentication, 'foreground').signInAgain(signal), { is: 'other-account' });
  });

  test('are renewed without asking, by a challenge: to anything else VS Code answers with what it has', async () => {
    const authentication = new FakeAuthentication(ann);
    authentication.nextToken = 'token-2';
    const account = tokensOf(authentication, 'foreground');

    assert.equal(await account.token(signal), 'token-1');
    assert.equal(await account.token(signal), 'token-1');
    assert.equal(await account.renew(signal), 'token-2');
    assert.deepEqual(authentication.asked.at(-1), {
      providerId: 'microsoft',
      request: { wwwAuthenticate: `Bearer claims="${btoa('{"access_token":{}}')}"`, fallbackScopes: scopes },
      options: { silent: true, account: ann },
    });
  });

  test('are not renewed where there is no other one', async () => {
    const authentication = new FakeAuthentication(ann);
    const account = tokensOf(authentication, 'foreground');

    await account.token(signal);
    assert.equal(await account.renew(signal), undefined);
    authentication.silently = false;
    assert.equal(await account.renew(signal), undefined);
    assert.ok(waysAsked(authentication).every(way => way === 'silent as ann@contoso.example'));
  });

  test('are stepped up by the challenge and our own scopes, silently if that will do', async () => {
    const authentication = new FakeAuthentication(ann);
    const challenge = 'Bearer claims="e30="';

    assert.equal(await tokensOf(authentication, 'background').stepUp(challenge, signal), 'token-1');
    assert.deepEqual(authentication.asked, [
      {
        providerId: 'microsoft',
        request: { wwwAuthenticate: challenge, fallbackScopes: scopes },
        options: { silent: true, account: ann },
      },
    ]);
  });

  test('are stepped up with the user only in the foreground', async () => {
    const authentication = new FakeAuthentication(ann);
    authentication.silently = false;
    authentication.user = () => ann;

    assert.equal(await tokensOf(authentication, 'background').stepUp('Bearer claims="e30="', signal), undefined);
    assert.equal(await tokensOf(authentication, 'foreground').stepUp('Bearer claims="e30="', signal), 'token-1');
    assert.equal(waysAsked(authentication).at(-1), 'createIfNone as ann@contoso.example');
  });

  test('come from a fresh sign-in for multifactor authentication, which says why', async () => {
    const authentication = new FakeAuthentication(ann);
    authentication.user = () => ann;

    assert.equal(await tokensOf(authentication, 'background').signInAgain(signal), undefined);
    assert.equal(await tokensOf(authentication, 'foreground').signInAgain(signal), 'token-1');
    assert.deepEqual(waysAsked(authentication), ['forceNewSession as ann@contoso.example']);
    assert.match(JSON.stringify(authentication.asked[0]?.options.forceNewSession), /multifactor/);
  });

  test('are not waited for once the call is called off', async () => {
    const authentication = new FakeAuthentication(ann);

    await assert.rejects(
      tokensOf(authentication, 'foreground').token(AbortSignal.abort(new Error('called off'))),
      /called off/,
    );
    assert.equal(authentication.asked.length, 0);
  });

  test('of the emulator are its secret, and there is no better one', async () => {
    const authentication = new FakeAuthentication(ann);
    const emulated: FrozenAccount = { cloud: 'emulator', base: 'http://127.0.0.1:4711' };
    const account = accountsOf(authentication, { secret: 's-1' }).of(emulated, 'foreground');

    assert.equal(account.resource.origin, emulated.base);
    assert.equal(await account.token(signal), 's-1');
    assert.deepEqual(
      [await account.renew(signal), await account.stepUp('', signal), await account.signInAgain(signal)],
      [undefined, undefined, undefined],
    );
    assert.equal(await accountsOf(authentication).of(emulated, 'foreground').token(signal), undefined);
  });
});

suite('Accounts: whether an account is there', () => {
  test('asks VS Code', async () => {
    assert.equal(await accountsOf(new FakeAuthentication(bob, ann)).isKnown(frozenAnn), true);
    assert.equal(await accountsOf(new FakeAuthentication(bob)).isKnown(frozenAnn), false);
  });

  test('knows the emulator by its secret', async () => {
    const emulated: FrozenAccount = { cloud: 'emulator', base: 'http://127.0.0.1:4711' };

    assert.equal(await accountsOf(new FakeAuthentication(), { secret: 's-1' }).isKnown(emulated), true);
    assert.equal(await accountsOf(new FakeAuthentication()).isKnown(emulated), false);
  });
});
