import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';

import { eventually } from '../harness/eventually.ts';
import { TrialWindow } from '../harness/trialWindow.ts';
import type { Workbench } from '../harness/workbench/workbench.ts';

const sound = 'large.devicebatch.json';
const broken = 'broken.devicebatch.json';
const small = 'small.devicebatch.json';

const serialNumbers = Array.from({ length: 55 }, (_, index) => `5CG${1_000_001 + index}`);

/** A manifest of 55 MB: every device has a note of a megabyte, which is not sent. */
function manifestText(batchId: string): string {
  const note = 'a'.repeat(1024 * 1024);
  const devices = serialNumbers.map(serialNumber => ({
    serialNumber,
    oemManufacturerName: 'Contoso',
    modelName: 'Book',
    note,
  }));
  return JSON.stringify({ customerId: 'c7f3c849-129f-4b85-a96d-4f8e88b315a3', batchId, devices }, null, 2);
}

suite('manifests that VS Code gives to no extension', () => {
  let window: TrialWindow;
  let workbench: Workbench;

  before(async () => {
    window = await TrialWindow.open({
      name: 'large-manifest',
      files: {
        [sound]: manifestText('Berlin'),
        [broken]: manifestText(''),
        [small]: '{\n  "batchId": "",\n  "devices": [{}]\n}',
      },
    });
    ({ workbench } = window);
  });

  after(async () => window?.[Symbol.asyncDispose]());

  test('are previewed from the tab', async () => {
    await openSound();
    await workbench.runCommand('Device Batch: Preview Upload');
    await workbench.activeTab('large (preview).md');
    await eventually(async () =>
      assert.match((await workbench.editor.lines()).join('\n'), /^## Request 1 of 1: 55 devices$/m),
    );
    assert.deepEqual(window.received, []);
  });

  test('are uploaded from the tab, each device once', async () => {
    await openSound();
    await workbench.runCommand('Device Batch: Upload Device Batch');
    const { message, detail } = await workbench.dialog();
    assert.equal(message, 'Upload 55 devices to Contoso (emulator)?');
    assert.match(detail, /^The manifest has 55 warnings\.$/m);
    await workbench.answerDialog('Upload 55 devices to Contoso (emulator)');
    await said('The emulator accepted 55 devices for Contoso. Nothing is registered.');
    await eventually(() =>
      assert.deepEqual(
        window.emulator.registry.devices().map(({ sent }) => sent.serialNumber),
        serialNumbers,
      ),
    );
    assert.equal(window.emulator.registry.jobs().length, 1);
  });

  test('have what blocks the upload in a report', async () => {
    await explorerRow(broken).click({ button: 'right' });
    // A menu takes no click in its first tenth of a second.
    await workbench.page.getByRole('menuitem', { name: 'Upload Device Batch' }).click({ delay: 300 });
    await said('Nothing was sent: one problem of the manifest blocks the upload.');
    await workbench.answerNotification('Nothing was sent', 'Show Problems');
    await workbench.activeTab(`${broken} (problems).md`);
    await eventually(async () =>
      assert.match((await workbench.editor.lines()).join('\n'), /^- 3:14 The batch needs an id\./m),
    );
    await workbench.screenshot('report');
    assert.equal(window.emulator.registry.jobs().length, 1);
  });

  test('but have it shown at its place where they are smaller', async () => {
    await workbench.openFile(small);
    await workbench.runCommand('Device Batch: Upload Device Batch');
    await said('Nothing was sent: 2 problems of the manifest block the upload.');
    await workbench.answerNotification('Nothing was sent: 2', 'Show Problems');
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 2, Col 14' }).waitFor();
    await workbench.page.locator('.markers-panel').waitFor();
  });

  function explorerRow(name: string) {
    return workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  }

  /** VS Code shows nothing of a file this large, unless told to. What takes its place would take the focus from the palette. */
  async function openSound(): Promise<void> {
    await explorerRow(sound).dblclick();
    await workbench.activeTab(sound);
    await workbench.page.locator('.editor-group-container.active .monaco-editor-pane-placeholder:focus').waitFor();
  }

  async function said(message: string): Promise<void> {
    await eventually(async () => assert.ok((await workbench.notifications()).includes(message)));
  }
});
