import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Locator } from 'playwright-core';

import { readRecord } from '../../src/uploads/recordText.ts';
import type { UploadRecord } from '../../src/uploads/uploadRecord.ts';
import { eventually } from './eventually.ts';
import { RecordHold } from './recordHold.ts';
import { SeparateEmulator } from './separateEmulator.ts';
import { openWorkbench } from './workbench/openWorkbench.ts';
import type { Workbench } from './workbench/workbench.ts';

/** Contoso, by the emulator's customers. */
const customerId = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';

/** How many devices each manifest has, and how many of them a request carries. */
const [devices, perRequest] = [6, 2];

/** A window on one manifest for each batch, whose uploads in three parts go to an emulator that outlives the window. */
export class EmulatorWindow implements AsyncDisposable {
  readonly emulator: SeparateEmulator;
  readonly hold: RecordHold;
  readonly workbench: Workbench;
  readonly #resources: AsyncDisposable;

  static async open(name: string, batches: readonly string[]): Promise<EmulatorWindow> {
    await using resources = new AsyncDisposableStack();
    // What is sent twice is accepted twice, so that it shows.
    const knobs = { queuedMs: 200, processingMs: 200, honoursRequestIds: false };
    const emulator = resources.use(await SeparateEmulator.start(knobs));
    const hold = resources.use(new RecordHold());
    const workbench = resources.use(
      await openWorkbench({
        name,
        files: Object.fromEntries(batches.map((batch, index) => [fileOf(batch), manifestText(batch, index)])),
        settings: {
          ...emulator.settings,
          'deviceBatch.upload.maxDevicesPerRequest': perRequest,
          'deviceBatch.status.pollSeconds': 2,
        },
        env: hold.env,
      }),
    );
    return new EmulatorWindow(emulator, hold, workbench, resources.move());
  }

  private constructor(emulator: SeparateEmulator, hold: RecordHold, workbench: Workbench, resources: AsyncDisposable) {
    this.emulator = emulator;
    this.hold = hold;
    this.workbench = workbench;
    this.#resources = resources;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#resources[Symbol.asyncDispose]();
  }

  /** Uploads the manifest of a batch, and resolves once the user has agreed to it. */
  async upload(batch: string): Promise<void> {
    await this.workbench.openFile(fileOf(batch));
    await this.workbench.page.getByRole('button', { name: 'Upload Device Batch' }).click();
    await this.workbench.answerDialog(`Upload ${devices} devices to Contoso (emulator)`);
  }

  /** Waits for a notification. */
  async shows(message: string): Promise<void> {
    await this.#whenShown(message, notification => notification.waitFor({ timeout: 2000 }));
  }

  /** Waits for a notification and presses a button on it. */
  async answer(message: string, button: string): Promise<void> {
    await this.#whenShown(message, async notification => {
      await notification.getByRole('button', { name: button, exact: true }).click({ timeout: 2000 });
    });
  }

  /** The record of a batch's upload as it is on disk; `undefined` if there is none. */
  record(batch: string): UploadRecord | undefined {
    return this.#files('.json')
      .map(name => readRecord(readFileSync(path.join(this.#folder, name), 'utf8')))
      .flatMap(stored => (stored.is === 'record' && stored.record.batch.id === batch ? [stored.record] : []))[0];
  }

  /** How often a window ended while it wrote the record of a batch. */
  unfinishedWrites(batch: string): number {
    const id = this.record(batch)?.id;
    return id === undefined ? 0 : this.#files('.tmp').filter(name => name.startsWith(id)).length;
  }

  /** Puts one more device before the others in the manifest of a batch. */
  addDevice(batch: string, serialNumber: string): void {
    const file = path.join(this.workbench.folder, fileOf(batch));
    const device = JSON.stringify({ serialNumber, productKey: '3305499999999' });
    writeFileSync(file, readFileSync(file, 'utf8').replace('"devices": [', `$& ${device},`));
  }

  /** The serial numbers of a batch's devices that the service has accepted, each as often as it was, in order. */
  async accepted(batch: string): Promise<readonly string[]> {
    const { jobs } = await this.emulator.holdings();
    return jobs
      .filter(({ batchId }) => batchId === batch)
      .flatMap(job => job.devices.map(({ serialNumber = '' }) => serialNumber))
      .toSorted();
  }

  /** The serial numbers of the devices that are registered in a batch by now, in order. */
  async registered(batch: string): Promise<readonly string[]> {
    const holdings = await this.emulator.holdings();
    return holdings.devices
      .filter(({ batchId }) => batchId === batch)
      .map(({ sent: { serialNumber = '' } }) => serialNumber)
      .toSorted();
  }

  async #whenShown(message: string, act: (notification: Locator) => Promise<void>): Promise<void> {
    const { page } = this.workbench;
    const notification = page.locator('.notification-list-item:visible', { hasText: message }).first();
    await eventually(async () => {
      try {
        await notification.waitFor({ timeout: 5000 });
      } catch {
        // Some seconds after it came up it is in the list of all only, which the bell shows.
        await page.locator('[id="status.notifications"] a').press('Enter', { timeout: 2000 });
      }
      await act(notification);
    }, 60);
  }

  get #folder(): string {
    return path.join(this.workbench.server.globalStorage, 'zero-touch.device-batch/uploads');
  }

  #files(ending: string): readonly string[] {
    return readdirSync(this.#folder).filter(name => name.endsWith(ending));
  }
}

/** The serial numbers in the manifest of a batch, in order. */
export function serialNumbersOf(batch: string): readonly string[] {
  return Array.from({ length: devices }, (_, index) => `${batch}-${index + 1}`);
}

function fileOf(batch: string): string {
  return `${batch}.devicebatch.json`;
}

function manifestText(batch: string, number: number): string {
  const product = 3_305_400_000_000 + number * 1000;
  return JSON.stringify(
    {
      customerId,
      batchId: batch,
      devices: serialNumbersOf(batch).map((serialNumber, index) => ({
        serialNumber,
        productKey: String(product + index),
      })),
    },
    null,
    2,
  );
}
