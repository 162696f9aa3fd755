import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';

import { homeTenantId } from '../harness/entra/grants.ts';
import { eventually } from '../harness/eventually.ts';
import type { PartnerCenterRequest } from '../harness/partnerCenter.ts';
import { clientId, expectedHosts, PartnerWindow } from '../harness/partnerWindow.ts';

const partnerCenter = 'https://api.partnercenter.microsoft.com';
const customerId = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

suite('the documented example, uploaded with a sign-in through VS Code', () => {
  let window: PartnerWindow;
  let statusLink: string;

  before(async () => {
    window = await PartnerWindow.open({ name: 'upload-with-sign-in' });
    statusLink = await uploadExample(window);
  });

  after(async () => window?.[Symbol.asyncDispose]());

  test('asks Entra for the permission to use Partner Center, and nothing else', () => {
    const { requests } = window.entra;
    const authorizations = requests.filter(({ path }) => path.endsWith('/authorize'));
    const tokens = requests.filter(({ path }) => path.endsWith('/token'));

    assert.deepEqual(
      authorizations.map(({ host, path, query }) => [host, path, query.get('client_id'), query.get('scope')]),
      [
        [
          'login.microsoftonline.com',
          `/${homeTenantId}/oauth2/v2.0/authorize`,
          clientId,
          // MSAL adds the other three.
          `${partnerCenter}/user_impersonation openid profile offline_access`,
        ],
      ],
    );
    assert.deepEqual(
      tokens.map(({ form }) => form.get('grant_type')),
      ['authorization_code'],
    );
  });

  test('sends one request, the documented one', () => assertDocumentedRequest(window));

  test('sends the documented headers, and no others', () => {
    assert.deepEqual(otherHeaders(window), { ...documentedHeaders(window), connection: 'keep-alive' });
  });

  test('gives every request ids of its own', () => {
    const { requests } = window.partnerCenter;
    for (const header of ['ms-requestid', 'ms-correlationid']) {
      assert.equal(new Set(requests.map(({ headers }) => headers[header])).size, requests.length, header);
    }
  });

  test('sends the token in the header Authorization to Partner Center, and nowhere else', () => {
    const { entra, partnerCenter: service } = window;
    const tokens = entra.secrets.filter(secret => secret.startsWith('access-'));
    const everythingElse = [
      ...service.requests.map(({ headers, target, body }) =>
        JSON.stringify({ target, headers: { ...headers, authorization: undefined }, body }),
      ),
      ...entra.requests.map(({ path, query, form }) => [path, query, form].join(' ')),
    ];

    assert.equal(tokens.length, 1);
    assert.ok(service.requests.every(({ grant }) => grant?.clientId === clientId));
    assert.ok(!everythingElse.some(text => tokens.some(token => text.includes(token))));
  });

  test('shows the status link in the output panel', async () => {
    assert.match(statusLink, new RegExp(`^${partnerCenter}/v1/customers/${customerId}/batchJobStatus/[0-9a-f-]{36}$`));
    await eventually(async () => {
      const lines = await window.workbench.outputLines();
      assert.ok(lines.join('').includes(`[info] Status: ${statusLink}`), lines.join('\n'));
    });
  });

  test('opens the status in the editor on Ctrl+click', async () => {
    const { workbench } = window;
    await workbench.followOutputLink(partnerCenter);
    const page = workbench.webview().getByRole('main');
    await page.getByText('The device is registered.').waitFor();
    const text = await page.innerText();

    for (const shown of ['SDKTestDeviceBatch', 'Contoso', 'ada@fabrikam.example', '1R9-ZNP67']) {
      assert.ok(text.includes(shown), `${shown} in ${text}`);
    }
    await workbench.screenshot('status');
  });

  test('asks no other host for anything', () => assert.deepEqual(window.hosts(), expectedHosts));
});

suite("the documented example, uploaded with VS Code's own fetch", () => {
  let window: PartnerWindow;
  let statusLink: string;

  before(async () => {
    window = await PartnerWindow.open({ name: 'vscode-fetch', settings: { 'deviceBatch.http.client': 'vscode' } });
    await window.logEverything();
    statusLink = await uploadExample(window);
  });

  after(async () => window?.[Symbol.asyncDispose]());

  test('sends one request, the documented one', () => assertDocumentedRequest(window));

  test('sends the documented headers, beside those that fetch has of its own', () => {
    const headers = otherHeaders(window);
    const own = Object.keys(headers).filter(name => !(name in documentedHeaders(window)));

    assert.deepEqual({ ...headers, ...documentedHeaders(window) }, headers);
    assert.deepEqual(own.toSorted(), [
      'accept-encoding',
      'accept-language',
      'connection',
      'sec-fetch-mode',
      'user-agent',
    ]);
  });

  test('gets the status link', () => {
    assert.match(statusLink, new RegExp(`^${partnerCenter}/v1/customers/${customerId}/batchJobStatus/[0-9a-f-]{36}$`));
  });

  test('asks no other host for anything', () => assert.deepEqual(window.hosts(), expectedHosts));

  test('writes no token, code or product key to its log, nor a token or code to any file', () => {
    const log = window.log();

    assert.match(log, /\[debug\] POST https.+\n│ Accept: application\/json\n/);
    assert.match(log, /\[trace\] Body of .+\n.*"HardwareHash":"DummyHash123"/);
    assert.ok(!log.includes('00329-00000-0003-AA606'));
    assert.equal(window.entra.secrets.length, 3);
    assert.notDeepEqual(window.filesWith([statusLink]), []);
    assert.deepEqual(window.filesWith(window.entra.secrets), []);
  });
});

/** Uploads the example for the customer whose id is pasted, and resolves with the link to its status. */
async function uploadExample(window: PartnerWindow): Promise<string> {
  const { workbench } = window;
  await workbench.openFile('SDKTestDeviceBatch.devicebatch.json');
  await workbench.runCommand('Device Batch: Upload Device Batch');
  await workbench.signIn();
  await workbench.quickInput.opened();
  await workbench.quickInput.pick(customerId);
  await workbench.answerDialog('Upload 1 device to Contoso');
  return eventually(() => {
    const link = /\[info\] Status: (.+)$/m.exec(window.log())?.[1];
    assert.ok(link, window.log());
    return link;
  });
}

/** The request of the documentation's example, whose body is the example without what is `null` or stands for nothing. */
function assertDocumentedRequest(window: PartnerWindow): void {
  const { method, target, body } = theSubmission(window);
  assert.equal(`${method} ${target}`, `POST /v1/customers/${customerId}/deviceBatches`);
  assert.deepEqual(JSON.parse(body), {
    BatchId: 'SDKTestDeviceBatch',
    Devices: [
      {
        SerialNumber: '1R9-ZNP67',
        ProductKey: '00329-00000-0003-AA606',
        HardwareHash: 'DummyHash123',
        Attributes: { ObjectType: 'Device' },
      },
    ],
    Attributes: { ObjectType: 'DeviceBatchCreationRequest' },
  });
}

/** The headers that are the same for everybody. */
function documentedHeaders(window: PartnerWindow): Readonly<Record<string, string>> {
  return {
    host: 'api.partnercenter.microsoft.com',
    accept: 'application/json',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(theSubmission(window).body)),
    'x-locale': 'en-US',
    'ms-partnercenter-application': 'Device Batch for VS Code',
  };
}

/** The upload's headers but for those that are new each time, which are checked. */
function otherHeaders(window: PartnerWindow): Readonly<Record<string, unknown>> {
  const {
    authorization,
    'ms-requestid': requestId,
    'ms-correlationid': correlationId,
    ...others
  } = theSubmission(window).headers;
  assert.match(authorization ?? '', /^Bearer access-/);
  assert.match(String(requestId), guid);
  assert.match(String(correlationId), guid);
  return others;
}

function theSubmission({ partnerCenter: { submissions } }: PartnerWindow): PartnerCenterRequest {
  const [first, ...more] = submissions;
  assert.ok(first);
  assert.equal(more.length, 0);
  return first;
}
