import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

import { emulatorAt } from '../../../src/api/clouds.ts';
import { PartnerCenterClient } from '../../../src/api/partnerCenterClient.ts';
import { checkInSteps } from '../../../src/core/manifest/validate.ts';
import type { ReceivedRequest } from '../../../src/emulator/exchange.ts';
import type { Knobs } from '../../../src/emulator/knobs.ts';
import { type Emulator, startEmulator } from '../../../src/emulator/startEmulator.ts';
import type { BrokenOff } from '../../../src/features/upload/runUpload.ts';
import { type UploadDeps, uploadManifest } from '../../../src/features/upload/uploadManifest.ts';
import { Accounts, cloudOf } from '../../../src/platform/account.ts';
import { createCheckText } from '../../../src/platform/checkText.ts';
import { manifestDigest } from '../../../src/platform/manifestDigest.ts';
import { createManifestReader } from '../../../src/platform/manifestReader.ts';
import { redact } from '../../../src/platform/redact.ts';
import { directTransport } from '../../support/directTransport.ts';
import { type UploadChange, Uploads } from '../../../src/uploads/uploads.ts';
import { FakeAuthentication } from '../../support/fakeAuthentication.ts';
import { ScriptedEditor } from '../../support/scriptedEditor.ts';
import { sha256 } from '../../support/sha256.ts';

export const contoso = 'c7f3c849-129f-4b85-a96d-4f8e88b315a3';
export const fabrikam = '47021739-3426-40bf-9601-61b4b6d7c793';

/** The service's own example, as Microsoft prints it. */
export const documentedExample = readFileSync(
  path.join(import.meta.dirname, '../../../samples/SDKTestDeviceBatch.devicebatch.json'),
  'utf8',
);

/** An editor, an emulator on the loopback, and everything between them as it is in the product. Waiting takes no time. */
export class UploadDesk implements AsyncDisposable {
  readonly editor = new ScriptedEditor();
  readonly emulator: Emulator;
  readonly uploads: Uploads;
  readonly deps: UploadDeps;
  /** The reports that were shown, by their names. */
  readonly reports = new Map<string, string>();
  /** The records on disk. */
  readonly files = new Map<string, string>();
  readonly #requests: ReceivedRequest[];
  readonly #transport = directTransport({ answerMs: 5000 });
  readonly #changes = new vscode.EventEmitter<UploadChange>();
  readonly #locks = new Set<string>();
  /** Told of every request before anything is done with it. */
  onRequest: (request: ReceivedRequest) => void = () => {};
  /** Waited for before a record is written. */
  beforeWrite: () => Promise<void> = async () => {};

  static async open(knobs: Partial<Knobs> = {}): Promise<UploadDesk> {
    const time = { now: Date.UTC(2025, 5, 1, 12) };
    const requests: ReceivedRequest[] = [];
    const desks: UploadDesk[] = [];
    const emulator = await startEmulator({
      knobs,
      now: () => time.now,
      onReceived: request => {
        requests.push(request);
        desks.forEach(desk => desk.onRequest(request));
      },
    });
    const desk = new UploadDesk(emulator, requests, time);
    desks.push(desk);
    return desk;
  }

  private constructor(emulator: Emulator, requests: ReceivedRequest[], time: { now: number }) {
    this.emulator = emulator;
    this.#requests = requests;
    const clock = {
      now: () => time.now,
      sleep: async (ms: number, signal: AbortSignal) => {
        await new Promise(resolve => setImmediate(resolve));
        signal.throwIfAborted();
        time.now += ms;
      },
    };
    const accounts = new Accounts({
      authentication: new FakeAuthentication(),
      tenantIds: { find: async text => text },
      sovereignEnvironment: () => undefined,
      emulatorSecret: base => (base.origin === emulator.address.origin ? emulator.secret : undefined),
    });
    const connect: UploadDeps['connect'] = (account, ground) =>
      new PartnerCenterClient(cloudOf(account), {
        transport: this.#transport.send,
        account: accounts.of(account, ground),
        observe: () => {},
        newId: randomUUID,
        ...clock,
      });
    const checkText = createCheckText({ loadCheck: async () => checkInSteps, sha256, now: clock.now });
    const breaks = new vscode.EventEmitter<BrokenOff>();
    this.uploads = new Uploads({
      connect,
      store: {
        ids: async () => [...this.files.keys()],
        read: async id => this.files.get(id),
        write: async (id, text) => {
          await this.beforeWrite();
          this.files.set(id, text);
        },
        remove: async id => void this.files.delete(id),
      },
      locks: { acquire: async id => this.#lock(id) },
      manifests: createManifestReader({ checkText, digest: manifestDigest }),
      clock,
      newId: randomUUID,
      sha256,
      redact,
      pollSeconds: () => 5,
      onChange: change => this.#changes.fire(change),
      onError: (id, error) => breaks.fire({ id, error }),
    });
    const cloud = emulatorAt(emulator.address) ?? assert.fail('no emulator');
    this.deps = {
      uploads: this.uploads,
      onDidChangeUploads: this.#changes.event,
      onDidBreakOff: breaks.event,
      accounts,
      connect,
      place: () => ({ cloud, clientId: undefined, tenantId: undefined }),
      onSearchFailed: error => assert.fail(String(error)),
      checkText,
      reports: { show: async (name, text) => void this.reports.set(name, text) },
      digest: manifestDigest,
    };
  }

  /** Lays a manifest into the editor. */
  lay(text: string, name = 'batch.devicebatch.json', isDirty = false): vscode.Uri {
    return this.editor.lay(`file:///lab/${name}`, { text, isDirty });
  }

  /** Lays a manifest so large that VS Code gives it to no extension: its file is read. */
  layLarge(text: string, { isDirty = false, size = 60 * 1024 * 1024 } = {}): vscode.Uri {
    return this.editor.lay('lab:/lab/large.devicebatch.json', { text, isDirty, isTooLarge: true, size });
  }

  /** Runs the command on a manifest, and waits until nothing more happens by itself. */
  async upload(manifest: vscode.Uri | string): Promise<void> {
    await uploadManifest(typeof manifest === 'string' ? this.lay(manifest) : manifest, this.deps);
    await this.rest();
  }

  /** Waits until no upload runs any more. */
  async rest(): Promise<void> {
    while (this.uploads.all().some(({ isRunning }) => isRunning)) {
      await new Promise<void>(resolve => {
        const subscription = this.#changes.event(() => {
          subscription.dispose();
          resolve();
        });
      });
    }
  }

  /** What the emulator was asked for so far, by its endpoints' names. */
  asked(): readonly string[] {
    return this.#requests.map(({ endpoint }) => endpoint.is);
  }

  /** What was sent to it. */
  submissions(): readonly ReceivedRequest[] {
    return this.#requests.filter(({ method }) => method === 'POST');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.uploads[Symbol.asyncDispose]();
    this.#transport.dispose();
    await this.emulator.stop();
  }

  #lock(id: string) {
    if (this.#locks.has(id)) {
      return undefined;
    }
    this.#locks.add(id);
    return {
      isHeld: async () => this.#locks.has(id),
      release: async () => void this.#locks.delete(id),
    };
  }
}
