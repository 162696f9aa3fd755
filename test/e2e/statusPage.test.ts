import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';

import type { FrameLocator, Locator } from 'playwright-core';

import { type Emulator, startEmulator } from '../../src/emulator/startEmulator.ts';
import { accessibilityProblems } from '../harness/accessibilityProblems.ts';
import { eventually } from '../harness/eventually.ts';
import { openWorkbench } from '../harness/workbench/openWorkbench.ts';
import type { Workbench } from '../harness/workbench/workbench.ts';

const customerId = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
const devices = 5000;

/** Of every hundred devices, one fails with 808, one with 812, and one is there already: the emulator goes by the ends of serials. */
const manifest = JSON.stringify(
  {
    customerId,
    batchId: 'Sales laptops',
    devices: Array.from({ length: devices }, (_, index) => ({
      serialNumber: `PF${String(index + 1).padStart(5, '0')}${{ 7: '-808', 23: '-812', 42: '-806' }[index % 100] ?? ''}`,
      oemManufacturerName: 'LENOVO',
      modelName: '21HES06900',
    })),
  },
  undefined,
  2,
);

suite('the status page in VS Code, with 5,000 devices in ten parts', () => {
  let emulator: Emulator;
  let workbench: Workbench;
  /** By how much the service's clock is ahead, which ends its jobs. */
  let skippedMs = 0;

  before(async () => {
    emulator = await startEmulator({
      now: () => Date.now() + skippedMs,
      knobs: { queuedMs: 500, processingMs: 3_600_000 },
    });
    workbench = await openWorkbench({
      name: 'statusPage',
      viewport: { width: 1500, height: 950 },
      files: { 'Sales.devicebatch.json': manifest },
      settings: {
        'deviceBatch.cloud': 'emulator',
        'deviceBatch.emulator.address': `${emulator.address.href}#${emulator.secret}`,
        'deviceBatch.status.pollSeconds': 2,
      },
    });
    await workbench.openFile('Sales.devicebatch.json');
    await workbench.runCommand('Device Batch: Upload Device Batch');
    const { buttons } = await workbench.dialog();
    await workbench.answerDialog(buttons.find(button => button.startsWith('Upload 5000')) ?? '');
  });

  after(async () => {
    await workbench?.[Symbol.asyncDispose]();
    await emulator?.stop();
  });

  const tab = (): Locator => workbench.page.getByRole('tab', { name: /^Sales laptops,|^Sales laptops$/ }).first();
  const frame = (): FrameLocator => workbench.webview();
  const says = (headline: RegExp): Promise<void> =>
    frame().locator('.headline').filter({ hasText: headline }).waitFor({ timeout: 120_000 });
  const rows = (): Locator => frame().locator('[role=grid] .body [role=row]');
  const press = (name: string | RegExp): Promise<void> => frame().getByRole('button', { name }).first().click();
  const clipboard = (): Promise<string> => workbench.page.evaluate(() => navigator.clipboard.readText());

  test('opens by the notification, and follows the upload to its end', async () => {
    const accepted = 'accepted 5000 devices';
    await eventually(
      async () => assert.ok((await workbench.notifications()).some(text => text.includes(accepted))),
      60,
    );
    await workbench.answerNotification(accepted, 'Open Status');
    await tab().waitFor();
    await says(/^Still running/);
    skippedMs = 3_600_000;
    await says(/^100 of 5000 devices failed\.$/);
    await workbench.screenshotThemes('ended');
  });

  test('draws those in sight only, with their models', async () => {
    assert.equal(await frame().getByRole('grid').getAttribute('aria-rowcount'), '5001');
    assert.ok((await rows().count()) < 80);
    assert.match(await rows().first().innerText(), /PF00001[\s\S]*21HES06900[\s\S]*Registered/);
  });

  test('is accessible', async () => {
    const element = await frame().locator('html').elementHandle();
    const document = await element?.ownerFrame();
    assert.ok(document);
    assert.deepEqual(await accessibilityProblems(document), []);
  });

  test('lists the parts, each with its link', async () => {
    await frame().getByText('Sent in 10 parts').click();
    assert.equal(await frame().locator('.parts tbody tr').count(), 10);
    const { origin } = emulator.address;
    await frame().locator('.parts tbody tr').nth(3).getByRole('button', { name: 'Copy Link' }).click();
    await eventually(async () =>
      assert.match(
        await clipboard(),
        new RegExp(`^${origin}/v1/customers/${customerId}/batchJobStatus/[0-9a-f-]{36}$`),
      ),
    );
    await frame().getByText('Sent in 10 parts').click();
  });

  test('copies what the table shows', async () => {
    await press(/^Failed 100/);
    await frame().getByRole('searchbox').fill('812');
    assert.equal(await frame().locator('.shown').innerText(), '50 of 5000 devices');
    await press('Copy Table');
    await eventually(async () => {
      const lines = (await clipboard()).trimEnd().split('\n');
      assert.equal(lines.length, 51);
      assert.match(
        lines[1] ?? '',
        /^24\tPF00024-812\t21HES06900\tFailed\tMicrosoft knows no device .*\t812 ZtdDeviceNotFound\t/,
      );
    });
    await workbench.screenshotThemes('failed');
  });

  test('leads to the device in the manifest', async () => {
    await rows().filter({ hasText: 'PF04924-812' }).or(rows().last()).first().waitFor();
    await rows().nth(1).getByRole('button').click();
    await workbench.activeTab('Sales.devicebatch.json');
    await eventually(async () => assert.match((await workbench.editor.lines()).join('\n'), /PF00124-812/));
    await workbench.screenshot('device');
  });

  test('shows the raw answer, without product keys, read-only', async () => {
    await tab().click();
    await frame().getByText('Sent in 10 parts').click();
    await frame().locator('.parts tbody tr').first().getByRole('button', { name: 'Show Raw Answer' }).click();
    await eventually(async () => assert.match((await workbench.editor.lines()).join('\n'), /"batchTrackingId"/));
    await workbench.page.keyboard.press('Control+w');
  });

  test('copies what support asks for', async () => {
    await press('Copy Support Details');
    await eventually(async () => {
      const details = await clipboard();
      assert.match(details, /^Device Batch \d+\.\d+\.\d+, VS Code \d+/);
      assert.match(details, /^Part 10 of 10:$/m);
      assert.doesNotMatch(details, /PF0|#/);
    });
  });

  test('makes a manifest of the devices that failed', async () => {
    await press('New Manifest of Failed Devices');
    await eventually(async () =>
      assert.match((await workbench.editor.lines()).join('\n'), /"batchId": "Sales laptops"/),
    );
    await workbench.screenshot('retry');
    await workbench.page
      .getByRole('tab', { name: /^Sales laptops$/ })
      .first()
      .click();
  });

  test('is there again after a reload, as it was', async () => {
    await workbench.page.reload();
    await says(/^100 of 5000 devices failed\.$/);
    assert.equal(await frame().getByRole('searchbox').inputValue(), '812');
    assert.equal(
      await frame()
        .getByRole('button', { name: /^Failed 100/ })
        .getAttribute('aria-pressed'),
      'true',
    );
  });

  test('asks about a link from elsewhere only what it says', async () => {
    const unknown = `${emulator.address.origin}/v1/customers/${customerId}/batchJobStatus/beba2053-5401-46ff-9223-7e841ed78fbf`;
    await workbench.runCommand('Device Batch: Open Status…');
    await workbench.quickInput.pick('Open the pasted status', { typed: unknown });
    await frame().getByText('Partner Center knows no such job, or knows it no longer.').waitFor();
    await workbench.screenshotThemes('unknown');
  });
});
