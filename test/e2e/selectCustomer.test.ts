import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';

import { type Emulator, startEmulator } from '../../src/emulator/startEmulator.ts';
import { eventually } from '../harness/eventually.ts';
import { openWorkbench } from '../harness/workbench/openWorkbench.ts';
import type { Workbench } from '../harness/workbench/workbench.ts';

const contoso = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';

suite('choosing a customer', () => {
  let emulator: Emulator;
  let workbench: Workbench;

  before(async () => {
    emulator = await startEmulator();
    workbench = await openWorkbench({
      name: 'select-customer',
      settings: {
        'deviceBatch.cloud': 'emulator',
        'deviceBatch.emulator.address': `${emulator.address.href}#${emulator.secret}`,
      },
    });
  });

  after(async () => {
    await workbench?.[Symbol.asyncDispose]();
    await emulator?.stop();
  });

  test('copies its id', async () => {
    await choose();
    await workbench.screenshot('uses');
    await workbench.quickInput.pick('Copy Its ID');
    await eventually(async () =>
      assert.equal(await workbench.page.evaluate(() => navigator.clipboard.readText()), contoso),
    );
  });

  test('makes it the one of a folder', async () => {
    await choose();
    await workbench.quickInput.pick('For the manifests in samples');
    const settings = path.join(workbench.folder, '.vscode/settings.json');
    await eventually(() =>
      assert.deepEqual(JSON.parse(readFileSync(settings, 'utf8')), { 'deviceBatch.customerId': contoso }),
    );
  });

  test('saves the question when a manifest that names none is uploaded', async () => {
    await workbench.openFile('by-product-key.devicebatch.json');
    await workbench.runCommand('Device Batch: Upload Device Batch');
    const { message } = await workbench.dialog();
    assert.match(message, /^Upload \d+ devices to Contoso \(emulator\)\?$/);
    await workbench.answerDialog('Cancel');
  });

  async function choose(): Promise<void> {
    await workbench.runCommand('Device Batch: Choose Customer…');
    await workbench.quickInput.opened();
    await workbench.quickInput.pick('Contoso', { typed: 'cont' });
    await eventually(async () => assert.equal(await workbench.quickInput.title(), 'What is Contoso to be used for?'));
  }
});
