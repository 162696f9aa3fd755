import * as vscode from 'vscode';

import type { PartnerCenterClient } from '../../api/partnerCenterClient.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { UploadEvent } from '../../uploads/uploadEvent.ts';
import type { FrozenAccount, UploadRecord } from '../../uploads/uploadRecord.ts';
import type { UploadChange, Uploads, UploadView } from '../../uploads/uploads.ts';
import type { PageContent, SavedTarget } from '../../webview/protocol.ts';
import { productVersions } from './productVersions.ts';
import type { RawAnswer } from './rawAnswers.ts';
import type { StatusSource } from './statusSource.ts';
import { uploadSupportDetails } from './supportDetails.ts';
import { linkOf, trackingIdOf, uploadContent } from './uploadContent.ts';
import type { UploadedManifests } from './uploadedManifests.ts';

export interface UploadSourcePorts {
  readonly uploads: Pick<Uploads, 'all' | 'view' | 'load' | 'decide'>;
  readonly onDidChangeUploads: vscode.Event<UploadChange>;
  readonly uploadedManifests: UploadedManifests;
  readonly connect: (account: FrozenAccount, ground: 'foreground') => Pick<PartnerCenterClient, 'jobStatus'>;
  /** Lets the user decide how a paused upload goes on, or one of which it is not known whether it was accepted. */
  readonly continueUpload: (view: UploadView) => Promise<void>;
}

/** What tells that the service has just been looked at. */
const lookEvents: ReadonlySet<UploadEvent['is']> = new Set(['accepted', 'looked', 'reported', 'job-missing'] as const);

/** An upload of the records, which the uploads themselves watch. */
export class UploadSource implements StatusSource {
  readonly target: SavedTarget;
  readonly #id: string;
  readonly #ports: UploadSourcePorts;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  #lookedAt: number | undefined;
  #models: readonly (string | undefined)[] | undefined;

  constructor(id: string, ports: UploadSourcePorts) {
    this.target = { is: 'upload', id };
    this.#id = id;
    this.#ports = ports;
    this.#store.add(ports.onDidChangeUploads(change => this.#onUpload(change)));
    this.#store.add(ports.uploadedManifests.onDidCheck(() => void this.#findModels()));
    void this.#findModels();
  }

  content(): PageContent {
    const view = this.#view();
    if (view === undefined) {
      const text = vscode.l10n.t('This upload is not in the records any more.');
      const title = vscode.l10n.t('Status of an upload');
      return { is: 'failed', title, facts: [], actions: [], notice: { kind: 'information', text, lines: [] } };
    }
    return uploadContent(view, { models: this.#models, lookedAt: this.#lookedAt });
  }

  setVisible(): void {}

  async refresh(): Promise<void> {
    const { uploads } = this.#ports;
    await uploads.load();
    this.#changed.fire();
    if ((await uploads.decide(this.#id, { is: 'watch-resumed' })) === 'elsewhere') {
      const words = vscode.l10n.t('Another window looks at this upload. What it has found out is shown.');
      void vscode.window.showInformationMessage(words);
    }
  }

  record(): UploadRecord | undefined {
    return this.#view()?.record;
  }

  async decide(): Promise<void> {
    const view = this.#view();
    if (view?.phase.is === 'paused' || view?.phase.is === 'unknown') {
      await this.#ports.continueUpload(view);
    }
  }

  link(part: number): string | undefined {
    const record = this.record();
    return record && linkOf(record, record.parts[part]);
  }

  async readAnswer(part: number, signal: AbortSignal): Promise<RawAnswer | undefined> {
    const record = this.record();
    const trackingId = trackingIdOf(record?.parts[part]);
    if (record === undefined || trackingId === undefined) {
      return undefined;
    }
    const client = this.#ports.connect(record.account, 'foreground');
    const { json } = await client.jobStatus({ customerId: record.customer.id, trackingId }, signal);
    return { trackingId, json };
  }

  supportDetails(): string {
    const view = this.#view();
    return view === undefined ? productVersions() : uploadSupportDetails(view, productVersions());
  }

  dispose(): void {
    this.#store.dispose();
  }

  #view(): UploadView | undefined {
    return this.#ports.uploads.view(this.#id);
  }

  #onUpload({ id, event }: UploadChange): void {
    if (id === this.#id) {
      if (event !== undefined && lookEvents.has(event.is)) {
        this.#lookedAt = event.at;
      }
      this.#changed.fire();
    }
  }

  /** Once found they stay: the uploaded text does not change, whatever becomes of its file. */
  async #findModels(): Promise<void> {
    const record = this.record();
    const models =
      record && this.#models === undefined ? await this.#ports.uploadedManifests.modelsOf(record) : undefined;
    if (models !== undefined) {
      this.#models = models;
      this.#changed.fire();
    }
  }
}
