import assert from 'node:assert/strict';
import { after, before, beforeEach, suite, test } from 'node:test';

import type { Knobs, SignInError } from '../harness/entra/knobs.ts';
import type { SeenRequest } from '../harness/entra.ts';
import { eventually } from '../harness/eventually.ts';
import type { PartnerCenterRequest } from '../harness/partnerCenter.ts';
import { clientId, expectedHosts, PartnerWindow } from '../harness/partnerWindow.ts';
import type { Dialog } from '../harness/workbench/workbench.ts';

const partnerCenter = 'https://api.partnercenter.microsoft.com';
const customerId = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';

/** VS Code's own app registration (microsoft/vscode, extensions/microsoft-authentication). */
const vscodeClientId = 'aebc6443-996d-45c2-90f0-388ff96faa56';

const grace = { name: 'grace@fabrikam.example', objectId: 'aaaaaaaa-0000-4000-8000-000000000002' };
const proxyCredentials = 'partner:s3cret-of-the-proxy';

// One window for all: each test finds signed in who the one before has left so.
suite('signing in', () => {
  let window: PartnerWindow;

  before(async () => {
    const names = ['other-account', 'step-up', 'step-up-once', 'mfa', 'renewal', 'renewal-once', 'proxy', 'signed-out'];
    window = await PartnerWindow.open({
      name: 'sign-in',
      files: Object.fromEntries(names.map(name => [`${name}.devicebatch.json`, manifest(name)])),
      settings: {
        'deviceBatch.auth.clientId': '',
        'deviceBatch.upload.maxDevicesPerRequest': 1,
        'http.proxyAuthorization': `Basic ${btoa(proxyCredentials)}`,
      },
    });
    await window.logEverything();
  });

  after(async () => window?.[Symbol.asyncDispose]());

  beforeEach(async () => {
    const { entra, partnerCenter: service } = window;
    Object.assign(entra.knobs, { authorizeError: undefined, tokenError: undefined, refreshWithClaimsError: undefined });
    entra.proxy.credentials = undefined;
    service.emulator.knobs.faults.splice(0);
    // A test that failed may have left a dialog.
    await window.workbench.page.keyboard.press('Escape');
    await window.workbench.runCommand('Notifications: Clear All Notifications');
    await eventually(async () => assert.deepEqual(await window.workbench.notifications(), []));
  });

  test('without an app registration, explains which one is needed, and asks Entra for nothing', async () => {
    const { workbench, entra } = window;
    await workbench.runCommand('Device Batch: Sign In');
    const { message, detail, buttons } = await workbench.dialog();

    assert.equal(message, 'Partner Center needs an app registration of your own.');
    assert.match(detail, /put its client id into the setting deviceBatch\.auth\.clientId/);
    assert.deepEqual(buttons.toSorted(), ['Cancel', 'How to Register', 'Open Settings', 'Sign In Anyway']);

    await workbench.answerDialog('Cancel');
    assert.deepEqual(entra.requests, []);
  });

  test('goes on without an app registration where the user insists, and says what came of it', async () => {
    const { workbench, entra } = window;
    const text =
      'Consent between first party application and first party resource must be configured via preauthorization.';
    entra.knobs.authorizeError = { error: 'invalid_resource', number: 65002, text };
    await workbench.runCommand('Device Batch: Sign In');
    await workbench.answerDialog('Sign In Anyway');
    await workbench.signIn();

    await told(
      "VS Code's own app registration is not authorized for Partner Center. (AADSTS65002) Register an app of your own, as the README says, and put its id into the setting deviceBatch.auth.clientId.",
    );
    assert.equal(authorizations().at(-1)?.query.get('client_id'), vscodeClientId);
  });

  test('leads to the setting for the app registration', async () => {
    const { workbench } = window;
    await workbench.runCommand('Device Batch: Sign In');
    await workbench.answerDialog('Open Settings');
    const field = workbench.page.locator('[data-key="deviceBatch.auth.clientId"] input');
    await field.fill(clientId);

    await eventually(async () => {
      await workbench.runCommand('Device Batch: Sign In');
      const { message } = await workbench.dialog();
      await workbench.answerDialog('Cancel');
      assert.equal(message, "The extension 'Device Batch for Partner Center' wants to sign in using Microsoft.");
    });
  });

  test('is silent where the user cancels', async () => {
    const { workbench } = window;
    await workbench.runCommand('Device Batch: Sign In');
    const { detail } = await workbench.dialog();
    assert.match(detail, /that may register devices in Partner Center/);

    await workbench.answerDialog('Cancel');
    await eventually(async () => assert.deepEqual(await workbench.notifications(), []));
  });

  const refusals: readonly (readonly [title: string, where: keyof Knobs, error: SignInError, words: string])[] = [
    [
      'a missing redirect URI',
      'authorizeError',
      { error: 'invalid_request', number: 50011, text: 'The redirect URI does not match.' },
      'The app registration lacks the redirect URI that VS Code signs in with. (AADSTS50011) Add the redirect URIs that the README lists to the app registration, under "Mobile and desktop applications".',
    ],
    [
      'a missing consent',
      'authorizeError',
      { error: 'invalid_grant', number: 65001, text: 'The user or administrator has not consented.' },
      'The app registration may not use Partner Center in your name yet. (AADSTS65001) Sign in again and accept the permission, or let an administrator accept it for the whole tenant.',
    ],
    [
      'an app registration that is not for desktop apps',
      'tokenError',
      { error: 'invalid_client', number: 7000218, text: 'The request body must contain client_secret.' },
      'The app registration is not that of a desktop app. (AADSTS7000218) In the app registration, move the redirect URIs from "Web" to "Mobile and desktop applications" and allow public client flows.',
    ],
  ];
  for (const [title, where, error, words] of refusals) {
    test(`says what to do about ${title}`, async () => {
      Object.assign(window.entra.knobs, { [where]: error });
      await window.workbench.runCommand('Device Batch: Sign In');
      await window.workbench.signIn();

      await told(words);
    });
  }

  test('says what to do about a permission that was declined in the browser', async () => {
    await window.workbench.runCommand('Device Batch: Sign In');
    await window.workbench.signIn('Cancel');

    await told(
      'The permission to use Partner Center in your name was declined. (AADSTS65004) Sign in again and accept the permission, or let an administrator accept it for the whole tenant.',
    );
  });

  test('says who is signed in', async () => {
    await window.workbench.runCommand('Device Batch: Sign In');
    await window.workbench.signIn();

    await told('Signed in to Partner Center as ada@fabrikam.example.');
  });

  test('has logged each sign-in that failed, and none that was cancelled', () => {
    assert.equal(window.log().match(/\[error\] deviceBatch\.signIn failed: AADSTS\d+, .+$/gm)?.length, 5);
  });

  test('switches the account, and uploads with the other one from then on', async () => {
    const { workbench, entra } = window;
    entra.knobs.user = grace;
    await workbench.runCommand('Device Batch: Switch Account');
    await workbench.answerDialog('Allow');
    await workbench.quickInput.pick('Sign in to another account');
    await workbench.signIn();
    await told('Signed in to Partner Center as grace@fabrikam.example.');

    const { requests } = window.partnerCenter;
    const earlier = requests.length;
    assert.match((await upload('other-account')).detail, /^Account: grace@fabrikam\.example$/m);
    await accepted();
    assert.deepEqual(new Set(requests.slice(earlier).map(({ grant }) => grant?.user.name)), new Set([grace.name]));
  });

  test('steps up where the service demands it', async () => {
    const { workbench, entra } = window;
    refuseCreate(claimsChallenge);
    entra.knobs.refreshWithClaimsError = { error: 'interaction_required', number: 50076, text: 'Use MFA.' };
    await upload('step-up');
    const { message, detail } = await workbench.dialog();
    assert.equal(message, "The extension 'Device Batch for Partner Center' wants to sign in using Microsoft.");
    assert.match(detail, /Your organization requires more proof of who you are/);
    await workbench.signIn();
    await accepted();

    const [refused, repeated, ...more] = submissionsOf('step-up');
    assert.equal(more.length, 0);
    assert.deepEqual(demandedContext(refused?.grant?.claims), undefined);
    assert.deepEqual(demandedContext(repeated?.grant?.claims), { essential: true, value: 'c1' });
    assert.notEqual(refused?.headers['ms-requestid'], repeated?.headers['ms-requestid']);
    // Of the challenge nothing but its claims has come through.
    const authorization = authorizations().at(-1);
    assert.equal(authorization?.host, 'login.microsoftonline.com');
    assert.equal(authorization.query.get('client_id'), clientId);
    assert.match(authorization.query.get('scope') ?? '', new RegExp(`^${partnerCenter}/user_impersonation `));
    assert.equal(authorization.query.get('login_hint'), grace.name);
    assert.deepEqual(demandedContext(authorization.query.get('claims') ?? ''), { essential: true, value: 'c1' });
  });

  test('steps up once, without asking where Entra does not either', async () => {
    const asked = authorizations().length;
    refuseCreate(claimsChallenge, 2);
    await upload('step-up-once');

    await told('Your organization requires more proof of who you are. Sign in again.');
    assert.equal(submissionsOf('step-up-once').length, 2);
    assert.equal(authorizations().length, asked);
  });

  test('offers a fresh sign-in where the service demands multifactor authentication, and sends once more', async () => {
    const { workbench } = window;
    refuseCreate({ status: 401, body: '{"code":"900421","description":"MFA is required."}' });
    await upload('mfa');
    const { message, detail } = await workbench.dialog();
    assert.equal(
      message,
      "The extension 'Device Batch for Partner Center' wants you to sign in again using Microsoft.",
    );
    assert.match(detail, /Partner Center only answers accounts that signed in with multifactor authentication/);
    await workbench.signIn();
    await accepted();

    const [refused, repeated, ...more] = submissionsOf('mfa');
    assert.equal(more.length, 0);
    assert.notEqual(repeated?.headers.authorization, refused?.headers.authorization);
    assert.equal(repeated?.grant?.user.name, grace.name);
  });

  test('renews a token that the service no longer takes, without asking', async () => {
    const asked = authorizations().length;
    refuseCreate(expired);
    await upload('renewal');
    await accepted();

    const [refused, repeated, ...more] = submissionsOf('renewal');
    assert.equal(more.length, 0);
    assert.notEqual(repeated?.headers.authorization, refused?.headers.authorization);
    assert.equal(authorizations().length, asked);
  });

  test('renews a token once', async () => {
    refuseCreate(expired, 2);
    await upload('renewal-once');

    await told('Partner Center did not accept the sign-in. Sign in again.');
    assert.equal(submissionsOf('renewal-once').length, 2);
  });

  test('signs in again where somebody is signed in already', async () => {
    const { workbench } = window;
    const asked = authorizations().length;
    await workbench.runCommand('Device Batch: Sign In');
    await workbench.answerNotification('Signed in to Partner Center as', 'Sign In Again');
    await workbench.signIn();

    await told('Signed in to Partner Center as grace@fabrikam.example.');
    assert.equal(authorizations().length, asked + 1);
  });

  test('goes through a proxy with http.proxyAuthorization, and says so where that will not do', async () => {
    const { proxy } = window.entra;
    proxy.credentials = 'partner:other';
    proxy.cutTunnels();
    await startUpload('proxy');

    await told(
      "The proxy wants a user name and a password. Put them into VS Code's setting http.proxy or http.proxyAuthorization.",
    );
    assert.deepEqual(submissionsOf('proxy'), []);

    proxy.credentials = proxyCredentials;
    await upload('proxy');
    await accepted();
  });

  test('pauses an upload whose account was signed out between its parts', async () => {
    const { workbench, partnerCenter: service } = window;
    service.emulator.knobs.processingMs = 600_000;
    const signedOut = Promise.withResolvers<void>();
    service.onReceived = async ({ method }) => (method === 'POST' ? signedOut.promise : undefined);
    await upload('signed-out', 'Upload 2 devices to Contoso');
    await eventually(() => assert.equal(submissionsOf('signed-out').length, 1));
    await signOut(grace.name);
    service.onReceived = async () => {};
    signedOut.resolve();
    const { detail } = await workbench.dialog();
    assert.match(detail, /Sign in with the account that this upload was started with/);
    await workbench.answerDialog('Cancel');

    await told('You are not signed in to Partner Center. Sign in again.');
    assert.equal(submissionsOf('signed-out').length, 1);
  });

  test('asks for no sign-in to look at what was sent before, unless the user wants to know', async () => {
    const { workbench } = window;
    await workbench.page.locator('.codelens-decoration a', { hasText: 'Open Status' }).click();
    // It is offered once a look has failed.
    const lookAgain = workbench.webview().getByRole('button', { name: 'Look Again' });
    await lookAgain.waitFor();
    assert.equal(await workbench.page.locator('.monaco-dialog-box').isVisible(), false);

    await lookAgain.click();
    const { detail } = await workbench.dialog();
    assert.match(detail, /Sign in with the account that this upload was started with/);
    await workbench.answerDialog('Cancel');
  });

  test('asks no other host for anything', () => assert.deepEqual(window.hosts(), expectedHosts));

  test('keeps what it knows of sign-ins out of its log and of all files', () => {
    assert.match(window.log(), /\[trace\] Body of /);
    assert.ok(window.entra.secrets.length > 9);
    assert.deepEqual(window.filesWith(window.entra.secrets), []);
    assert.ok(!window.log().includes(btoa(proxyCredentials)));
  });

  /** Resolves when a notification says exactly that. */
  async function told(words: string): Promise<void> {
    await eventually(async () => {
      const shown = await window.workbench.notifications();
      assert.ok(shown.includes(words), `${shown.join('\n')}\n\n${window.log().slice(-2000)}`);
    });
  }

  async function accepted(): Promise<void> {
    await told('Partner Center accepted 1 device for Contoso.');
  }

  async function startUpload(name: string): Promise<void> {
    await window.workbench.openFile(`${name}.devicebatch.json`);
    await window.workbench.runCommand('Device Batch: Upload Device Batch');
  }

  /** Uploads, and resolves with what was asked before. */
  async function upload(name: string, answer = 'Upload 1 device to Contoso'): Promise<Dialog> {
    const { workbench } = window;
    await startUpload(name);
    const question = await workbench.dialog();
    await workbench.answerDialog(answer);
    return question;
  }

  function refuseCreate(
    answer: { readonly status: number } & Partial<{ headers: Record<string, string>; body: string }>,
    times = 1,
  ): void {
    window.partnerCenter.emulator.knobs.faults.push({ fault: 'answer', at: 'create', times, ...answer });
  }

  function submissionsOf(name: string): readonly PartnerCenterRequest[] {
    return window.partnerCenter.submissions.filter(
      ({ body, target }) => body.includes(`"BatchId":"${name}"`) || target.includes(`/${name}/`),
    );
  }

  function authorizations(): readonly SeenRequest[] {
    return window.entra.requests.filter(({ path }) => path.endsWith('/authorize'));
  }

  /** Signs out in the Accounts menu. */
  async function signOut(account: string): Promise<void> {
    const { page } = window.workbench;
    await page.locator('.codicon-accounts-view-bar-icon').click({ force: true });
    await page.getByRole('menuitem', { name: account }).hover();
    await page.keyboard.press('ArrowRight');
    const entry = page.getByRole('menuitem', { name: 'Sign Out', exact: true });
    await eventually(async () => {
      // A menu takes no click in the moment in which it opens.
      if (await entry.isVisible()) {
        await entry.click();
      }
      await page.locator('.monaco-dialog-box').waitFor({ timeout: 1000 });
    });
    await window.workbench.answerDialog('Sign Out');
  }
});

/** Continuous access evaluation's and Conditional Access' form, with parameters that must have no effect. */
const claimsChallenge = {
  status: 401,
  headers: {
    'WWW-Authenticate': [
      'Bearer realm=""',
      'authorization_uri="https://login.attacker.example/common"',
      'client_id="00000003-0000-0000-c000-000000000000"',
      'scope="https://graph.attacker.example/.default"',
      'error="insufficient_claims"',
      `claims="${Buffer.from('{"access_token":{"acrs":{"essential":true,"value":"c1"}}}').toString('base64')}"`,
    ].join(', '),
  },
};

const expired = {
  status: 401,
  headers: { 'WWW-Authenticate': 'OAuth realm=urn:cpsvc:cpid:30101' },
  body: '{"code":"1005","description":"Access is denied."}',
};

/** Two devices where an upload in parts is wanted. */
function manifest(name: string): string {
  const devices = name === 'signed-out' ? ['A', 'B'] : ['A'];
  return JSON.stringify({
    customerId,
    batchId: name,
    devices: devices.map(letter => ({
      serialNumber: `${name}-${letter}`,
      oemManufacturerName: 'Contoso Devices',
      modelName: 'Lab 1',
    })),
  });
}

/** The authentication context that a claims request demands. */
function demandedContext(claims: string | undefined): unknown {
  const value: unknown = JSON.parse(claims || '{}');
  return (value as { readonly access_token?: { readonly acrs?: unknown } }).access_token?.acrs;
}
