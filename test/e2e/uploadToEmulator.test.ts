import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';

import type { ReceivedRequest } from '../../src/emulator/exchange.ts';
import { eventually } from '../harness/eventually.ts';
import { TrialWindow } from '../harness/trialWindow.ts';
import type { Workbench } from '../harness/workbench/workbench.ts';

const contoso = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

suite('the documented example, uploaded to the emulator', () => {
  let window: TrialWindow;
  let workbench: Workbench;

  before(async () => {
    window = await TrialWindow.open({ name: 'emulator' });
    ({ workbench } = window);
    await workbench.openFile('SDKTestDeviceBatch.devicebatch.json');
  });

  after(async () => window?.[Symbol.asyncDispose]());

  test('can be previewed without asking anybody anything', async () => {
    await workbench.runCommand('Device Batch: Preview Upload');
    await workbench.activeTab('SDKTestDeviceBatch (preview).md');
    await eventually(async () => assert.match((await workbench.editor.lines()).join('\n'), /Request 1 of 1: 1 device/));
    await workbench.screenshotThemes('preview');
    assert.deepEqual(window.received, []);
  });

  test('asks whose devices they are, among the emulator’s customers', async () => {
    await workbench.openFile('SDKTestDeviceBatch.devicebatch.json');
    await workbench.runCommand('Device Batch: Upload Device Batch');
    await workbench.quickInput.opened();
    await eventually(async () =>
      assert.equal(await workbench.quickInput.title(), 'Whose devices are these? (emulator)'),
    );
    await eventually(async () => assert.ok((await workbench.quickInput.choices()).length > 5));
    await workbench.screenshot('customers');
    await workbench.quickInput.pick('Contoso', { typed: 'cont' });
  });

  test('asks one question, which says everything', async () => {
    const { message, detail, buttons } = await workbench.dialog();
    assert.equal(message, 'Upload 1 device to Contoso (emulator)?');
    assert.match(detail, new RegExp(`^Customer: Contoso, contoso\\.example\nCustomer id: ${contoso}$`, 'm'));
    assert.match(detail, /^Cloud: emulator, nothing is registered$/m);
    assert.match(detail, /^A new batch "SDKTestDeviceBatch" is created\. Its name becomes the group tag\.$/m);
    assert.match(detail, /^The manifest has \d+ warnings?\.$/m);
    assert.ok(buttons.includes('Upload 1 device to Contoso (emulator)'));
    assert.deepEqual(submissions(), []);
    await workbench.screenshotThemes('question');
    await workbench.answerDialog('Upload 1 device to Contoso (emulator)');
  });

  test('arrives as the documented request', async () => {
    const request = await eventually(() => {
      const [first, ...more] = submissions();
      assert.ok(first !== undefined && more.length === 0);
      return first;
    });
    assert.equal(request.target, `/v1/customers/${contoso}/deviceBatches`);
    const { 'ms-requestid': requestId, 'ms-correlationid': correlationId, ...headers } = request.headers;
    assert.deepEqual(headers, {
      host: window.emulator.address.host,
      connection: 'keep-alive',
      accept: 'application/json',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(request.body)),
      'x-locale': 'en-US',
      'ms-partnercenter-application': 'Device Batch for VS Code',
    });
    assert.match(requestId ?? '', guid);
    assert.match(correlationId ?? '', guid);
    assert.deepEqual(JSON.parse(request.body), {
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
  });

  test('says so, and prints the status link on a line of its own', async () => {
    await eventually(async () =>
      assert.ok(
        (await workbench.notifications()).includes(
          'The emulator accepted 1 device for Contoso. Nothing is registered.',
        ),
      ),
    );
    const link = statusLink();
    await eventually(async () => {
      // The panel wraps long lines, and draws what it wraps as lines of their own.
      const text = (await workbench.outputLines()).join('');
      assert.ok(text.includes(`[info] Status: ${link}`), text);
    });
    await workbench.screenshotThemes('accepted');
  });

  test('opens the status in the editor on Ctrl+click', async () => {
    await workbench.followOutputLink(window.emulator.address.origin);
    const page = workbench.webview().getByRole('main');
    await page.getByText('1R9-ZNP67').waitFor();
    await workbench.screenshot('status');
  });

  test('shows above the batch what came of it', async () => {
    await workbench.openFile('SDKTestDeviceBatch.devicebatch.json');
    const lens = workbench.page.locator('.codelens-decoration', { hasText: '1 registered' });
    await lens.waitFor();
    await workbench.screenshot('lens');
  });

  test('says when it was sent before, and that the batch is appended to', async () => {
    await workbench.runCommand('Device Batch: Upload Device Batch');
    await workbench.quickInput.opened();
    await eventually(async () => assert.match((await workbench.quickInput.choices())[0] ?? '', /Contoso/));
    await workbench.screenshot('used-lately');
    await workbench.quickInput.pick('Contoso', { typed: '' });
    const { detail } = await workbench.dialog();
    assert.match(detail, /^Everything is added to the batch "SDKTestDeviceBatch", which exists already\./m);
    assert.match(detail, /^Already in it: 1 of 1\.$/m);
    assert.match(detail, /^The same manifest was uploaded to this customer and batch before: /m);
    await workbench.screenshot('again');
    await workbench.answerDialog('Cancel');
    assert.equal(submissions().length, 1);
  });

  function submissions(): readonly ReceivedRequest[] {
    return window.received.filter(({ method }) => method === 'POST');
  }

  function statusLink(): string {
    const [job] = window.emulator.registry.jobs();
    assert.ok(job);
    return `${window.emulator.address.origin}/v1/customers/${contoso}/batchJobStatus/${job.trackingId}`;
  }
});
