import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';

import { type Emulator, startEmulator } from '../../src/emulator/startEmulator.ts';
import { eventually } from '../harness/eventually.ts';
import { openWorkbench } from '../harness/workbench/openWorkbench.ts';
import { Workbench } from '../harness/workbench/workbench.ts';

const customerId = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';

/** The emulator fails the devices whose serial numbers end in a code. */
const manifest = JSON.stringify(
  {
    customerId,
    batchId: 'Berlin',
    devices: ['5CG1000001', '5CG1000002-808', '5CG1000003-812'].map(serialNumber => ({
      serialNumber,
      oemManufacturerName: 'Contoso',
      modelName: 'Book',
    })),
  },
  undefined,
  2,
);

suite('the uploads view of a newcomer', () => {
  test('says what is missing, and how to look around without it', async () => {
    await using workbench = await openWorkbench({
      name: 'uploads-newcomer',
      files: { 'a.devicebatch.json': manifest },
    });
    await workbench.openSideBar('Device Batch');
    const welcome = workbench.page.locator('.welcome-view-content');
    await welcome.getByText('Uploading takes an app registration of your own').waitFor();
    assert.deepEqual(await welcome.getByRole('button').allInnerTexts(), ['Open Settings', 'Try with the Emulator']);
    await workbench.screenshotThemes('welcome');

    await welcome.getByRole('button', { name: 'Try with the Emulator' }).click();
    await welcome
      .getByText('Uploads of this window go to the emulator on this machine. Nothing is registered.')
      .waitFor();
    await eventually(async () => assert.ok((await workbench.statusBar()).includes('Device Batch: emulator')));
  });

  test('says that nothing leaves a workspace that is not trusted', async () => {
    await using workbench = await openWorkbench({
      name: 'uploads-untrusted',
      files: { 'a.devicebatch.json': manifest },
      trusted: false,
    });
    await workbench.openSideBar('Device Batch');
    const welcome = workbench.page.locator('.welcome-view-content');
    await welcome.getByText('Nothing is sent from a workspace that you do not trust.').waitFor();
    await workbench.screenshot('welcome');
  });
});

suite('an upload of which devices fail', () => {
  let emulator: Emulator;
  let workbench: Workbench;

  before(async () => {
    emulator = await startEmulator();
    workbench = await openWorkbench({
      name: 'uploads',
      files: { 'berlin.devicebatch.json': manifest },
      settings: {
        'deviceBatch.cloud': 'emulator',
        'deviceBatch.emulator.address': `${emulator.address.href}#${emulator.secret}`,
        'deviceBatch.status.pollSeconds': 2,
      },
    });
    await workbench.openFile('berlin.devicebatch.json');
  });

  after(async () => {
    await workbench?.[Symbol.asyncDispose]();
    await emulator?.stop();
  });

  test('is watched in the status bar', async () => {
    await workbench.runCommand('Device Batch: Upload Device Batch');
    await workbench.dialog();
    await workbench.answerDialog('Upload 3 devices to Contoso (emulator)');
    await eventually(async () => assert.ok((await workbench.statusBar()).includes('Device Batch: 1 upload')));
  });

  test('ends with the counts and what can be done', async () => {
    await eventually(async () =>
      assert.ok((await workbench.notifications()).includes('2 of 3 devices failed for Contoso (emulator).')),
    );
    await workbench.screenshotThemes('end');
    assert.ok(!(await workbench.statusBar()).includes('Device Batch: 1 upload'));
  });

  test('stands on the devices, where the status is one click away', async () => {
    await eventually(async () => {
      const problems = (await workbench.problems()).filter(({ source }) => source === 'Partner Center (emulator)');
      assert.deepEqual(
        problems.map(({ severity, code, line }) => [severity, code, line]),
        [
          ['error', '808', 11],
          ['error', '812', 16],
        ],
      );
    });
    await workbench.screenshotThemes('problems');
  });

  test('is in the history', async () => {
    await workbench.openSideBar('Device Batch');
    await eventually(async () => assert.deepEqual(await rowsOf(workbench), ['Contosoemulator', 'Berlin2 of 3 failed']));
    await workbench.treeRow('Uploads', 'Berlin').locator('.monaco-tl-twistie').click();
    await eventually(async () =>
      assert.deepEqual((await rowsOf(workbench)).slice(2), ['5CG1000002-808808', '5CG1000003-812812']),
    );
    await workbench.treeRow('Uploads', 'Berlin').hover();
    await workbench.screenshotThemes('tree');
  });

  test('leads from the failed device to its place in the manifest', async () => {
    await workbench.treeRow('Uploads', '5CG1000003').click();
    await workbench.activeTab('berlin.devicebatch.json');
    await eventually(async () => assert.ok((await workbench.statusBar()).some(item => item.startsWith('Ln 15,'))));
  });

  test('is there again after the window was reloaded', async () => {
    await workbench.page.reload();
    await workbench.activeTab('berlin.devicebatch.json');
    await eventually(async () => assert.deepEqual(await resultLines(workbench), [11, 16]));
    // The view was open before, and is so again.
    await eventually(async () => assert.ok((await rowsOf(workbench)).includes('Berlin2 of 3 failed')));
  });

  test('is shown by every window', async () => {
    const page = await workbench.page.context().newPage();
    await page.goto(workbench.page.url());
    await using other = new Workbench('uploads-other', workbench.folder, workbench.server, page, {
      [Symbol.asyncDispose]: async () => page.close(),
    });
    await other.openSideBar('Device Batch');
    await eventually(async () =>
      assert.deepEqual((await rowsOf(other)).slice(0, 2), ['Contosoemulator', 'Berlin2 of 3 failed']),
    );
    await workbench.treeRow('Uploads', 'Berlin').click({ button: 'right' });
    await workbench.page.getByRole('menuitem', { name: 'Forget Upload' }).click();
    await eventually(async () => assert.deepEqual(await rowsOf(other), []));
    await eventually(async () => assert.deepEqual(await rowsOf(workbench), []));
  });
});

/** The rows of the view, without how long ago that was. */
async function rowsOf(workbench: Workbench): Promise<readonly string[]> {
  const rows = await workbench.treeRows('Uploads');
  return rows.map(row => row.replace(/, (this minute|.+ ago)$/, ''));
}

/** The lines of the problems that Partner Center found. */
async function resultLines(workbench: Workbench): Promise<readonly number[]> {
  const problems = await workbench.problems();
  return problems.filter(({ source }) => source === 'Partner Center (emulator)').map(({ line }) => line);
}
