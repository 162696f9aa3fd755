import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';

import { eventually } from '../harness/eventually.ts';
import { TrialWindow } from '../harness/trialWindow.ts';
import type { Workbench } from '../harness/workbench/workbench.ts';

const nothingIsSent = 'Nothing is sent from a workspace that you do not trust.';

suite('a workspace that is not trusted', () => {
  let window: TrialWindow;
  let workbench: Workbench;

  before(async () => {
    window = await TrialWindow.open({
      name: 'untrusted',
      trusted: false,
      files: {
        'a.devicebatch.json': '{ "batchId": "a/b", "devices": [{ "productKey": "3305213974608" }] }',
        '.vscode/settings.json': '{ "deviceBatch.rules": { "batch-id-form": "off" } }',
      },
    });
    ({ workbench } = window);
    await workbench.openFile('a.devicebatch.json');
  });

  after(async () => window?.[Symbol.asyncDispose]());

  test('is checked, and does not decide about the rules', async () => {
    await eventually(async () =>
      assert.deepEqual(
        (await workbench.problems()).map(({ code }) => code),
        ['batch-id-form'],
      ),
    );
  });

  for (const command of ['Upload Device Batch', 'Sign In', 'Open Status…']) {
    test(`sends nothing on "${command}"`, async () => {
      await workbench.runCommand('Notifications: Clear All Notifications');
      await workbench.openFile('a.devicebatch.json');
      await workbench.runCommand(`Device Batch: ${command}`);
      if (command === 'Open Status…') {
        await workbench.quickInput.opened();
        const link = `${window.emulator.address.origin}/v1/customers/c7f3c849-129f-4b85-a96d-4f8e88b315a3/batchJobStatus/beba2053-5401-46ff-9223-7e841ed78fbf`;
        await workbench.quickInput.pick('Open the pasted status', { typed: link });
      }
      await eventually(async () => assert.ok((await workbench.notifications()).includes(nothingIsSent)));
      assert.deepEqual(window.received, []);
    });
  }

  test('says so where the uploads would be', async () => {
    await workbench.openSideBar('Device Batch');
    await workbench.page.getByText('Manifests are checked as you type.').waitFor();
    await workbench.screenshot('uploads');
  });
});
