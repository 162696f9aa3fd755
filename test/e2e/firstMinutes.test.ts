import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';

import { eventually } from '../harness/eventually.ts';
import { openWorkbench } from '../harness/workbench/openWorkbench.ts';
import type { Workbench } from '../harness/workbench/workbench.ts';

suite('the first minutes, in a window without a folder, by keyboard alone', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ name: 'first-minutes' });
    await workbench.page.goto(`http://${workbench.server.authority}/?ew=true`);
    await workbench.page.locator('.statusbar-item:visible').first().waitFor();
  });

  after(async () => workbench?.[Symbol.asyncDispose]());

  test('open a sample from the message of the emulator', async () => {
    await workbench.runCommand('Device Batch: Try with the Emulator');
    await eventually(async () => assert.match((await workbench.notifications()).join(), /The emulator runs/));
    await workbench.runCommand('Notifications: Accept Notification Primary Action');
    await workbench.activeTab('Sample.devicebatch.jsonc');
  });

  test('ask where to save it before it is uploaded', async () => {
    await workbench.runCommand('Device Batch: Upload Device Batch');
    await workbench.quickInput.opened();
    const file = path.join(workbench.server.scratch, 'home/Sample.devicebatch.jsonc');
    await eventually(async () =>
      assert.equal(await workbench.page.locator('.quick-input-widget:visible input').first().inputValue(), file),
    );
    await workbench.screenshot('save');
    await workbench.page.keyboard.press('Enter');
    await eventually(() => assert.ok(existsSync(file)));
  });

  test('upload it', async () => {
    const { message } = await workbench.dialog();
    assert.equal(message, 'Upload 3 devices to Contoso (emulator)?');
    await workbench.page.keyboard.press('Enter');
  });

  test('show what became of it, on the page and in the manifest', async () => {
    await eventually(async () => assert.match((await workbench.notifications()).join(), /1 of 3 devices failed/), 60);
    await workbench.runCommand('Notifications: Accept Notification Primary Action');
    await workbench.webview().getByText('808 ZtdDeviceAssignedToOtherTenant').waitFor();
    const problems = await workbench.problems();
    assert.deepEqual(
      problems.map(({ source, code }) => [source, code]),
      [['Partner Center (emulator)', '808']],
    );
    await workbench.screenshotThemes('results');
  });
});

test('Somebody who signs in without an app registration is led to the step that registers one', async () => {
  await using workbench = await openWorkbench({ name: 'how-to-register' });
  await workbench.runCommand('Device Batch: Sign In');
  await workbench.answerDialog('How to Register');
  await workbench.page.getByRole('button', { name: 'Register App', exact: true }).click();
  await workbench.quickInput.opened();
  assert.equal(await workbench.quickInput.title(), 'Register an App for Partner Center');
  await workbench.screenshot('values');
});
