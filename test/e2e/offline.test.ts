import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';

import { eventually } from '../harness/eventually.ts';
import { PartnerWindow } from '../harness/partnerWindow.ts';

const file = 'offline.devicebatch.json';

suite('a computer that goes offline', () => {
  let window: PartnerWindow;
  let online: ReadonlyMap<string, number>;

  before(async () => {
    window = await PartnerWindow.open({
      name: 'offline',
      files: {
        [file]: JSON.stringify({
          customerId: 'c7f3c849-129f-4b85-a96d-4f8e88b315a3',
          batchId: 'Sales/Berlin',
          devices: [{ productKey: '3305412345681' }],
        }),
      },
    });
    online = new Map(window.entra.proxy.hosts);
    await window.workbench.openFile(file);
    await window.workbench.runCommand('Device Batch: Sign In');
    await window.workbench.signIn();
    await told(/^Signed in to Partner Center as /);
    window.entra.proxy.hosts.clear();
    window.entra.proxy.cutTunnels();
  });

  after(async () => window?.[Symbol.asyncDispose]());

  test('still checks a manifest', async () =>
    eventually(async () =>
      assert.deepEqual(
        (await window.workbench.problems()).map(({ code }) => code),
        ['batch-id-form'],
      ),
    ));

  test('still shows what would be sent', async () => {
    await window.workbench.runCommand('Device Batch: Preview Upload');
    await window.workbench.activeTab('offline (preview).md');
  });

  test('sends nothing, and says why', async () => {
    await startUpload();
    await told(/^The proxy does not lead to Partner Center\. /);
    assert.deepEqual(window.partnerCenter.submissions, []);
  });

  test('uploads once it is online again', async () => {
    for (const [host, port] of online) {
      window.entra.proxy.hosts.set(host, port);
    }
    await startUpload();
    await window.workbench.answerDialog('Upload 1 device to Contoso');
    await told(/^Partner Center accepted 1 device for Contoso\.$/);
    assert.equal(window.partnerCenter.submissions.length, 1);
  });

  async function startUpload(): Promise<void> {
    await window.workbench.runCommand('Notifications: Clear All Notifications');
    await window.workbench.openFile(file);
    await window.workbench.runCommand('Device Batch: Upload Device Batch');
  }

  /** Reads are tried for a while before they count as failed. */
  async function told(words: RegExp): Promise<void> {
    await eventually(async () => {
      const shown = await window.workbench.notifications();
      assert.ok(
        shown.some(message => words.test(message)),
        shown.join('\n'),
      );
    }, 120);
  }
});
