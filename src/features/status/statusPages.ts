import * as vscode from 'vscode';

import { DisposableStore } from '../../platform/disposables.ts';
import type { Log } from '../../platform/log.ts';
import type { OpenManifests } from '../../platform/openManifests.ts';
import type { UploadView } from '../../uploads/uploads.ts';
import type { SavedTarget } from '../../webview/protocol.ts';
import { type JobPorts, JobSource } from './jobSource.ts';
import { copyText } from './copyText.ts';
import { productVersions } from './productVersions.ts';
import { RawAnswers } from './rawAnswers.ts';
import { readSavedTarget } from './savedTarget.ts';
import { pageOptions, StatusPage, type StatusPageDeps } from './statusPage.ts';
import type { StatusSource } from './statusSource.ts';
import { uploadSupportDetails } from './supportDetails.ts';
import { trackingIdOf } from './uploadContent.ts';
import { UploadedManifests } from './uploadedManifests.ts';
import { UploadSource, type UploadSourcePorts } from './uploadSource.ts';

/** What a status page can be about. */
export type StatusTarget =
  /** An upload of the records. */
  | { readonly is: 'upload'; readonly id: string }
  /**
   * A job that is known from elsewhere. `asked` says whether the user has just asked for it: otherwise the page shows both
   * ids and a button, and requests nothing before that is pressed.
   */
  | { readonly is: 'job'; readonly customerId: string; readonly trackingId: string; readonly asked: boolean };

export interface StatusPagesDeps
  extends JobPorts, Omit<UploadSourcePorts, 'uploadedManifests' | 'connect'>, Pick<StatusPageDeps, 'extensionUri'> {
  readonly manifests: OpenManifests;
  readonly log: Log;
}

/** The pages' type: their editors, and what opens them again after a reload. */
export const statusPageType = 'deviceBatch.status';

/** The status pages of this window: one for each upload or job. */
export class StatusPages implements vscode.Disposable {
  readonly #deps: StatusPagesDeps;
  readonly #store = new DisposableStore();
  readonly #pages = new Map<string, StatusPage>();
  readonly #rawAnswers = this.#store.add(new RawAnswers());
  readonly #uploadedManifests: UploadedManifests;

  constructor(deps: StatusPagesDeps) {
    this.#deps = deps;
    this.#uploadedManifests = new UploadedManifests(deps.manifests);
  }

  /** Opens the page, or shows it if it is open. */
  async open(target: StatusTarget): Promise<void> {
    const known = await this.#known(target);
    const page = this.#pages.get(keyOf(known)) ?? this.#newPage(known);
    page.reveal();
    if (target.is === 'job' && target.asked && known.is === 'job') {
      await page.source.refresh();
    }
  }

  /** Fills a page that VS Code has opened again after a reload, with what it kept. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const target = readSavedTarget(state);
    if (target === undefined) {
      panel.dispose();
      return;
    }
    const known = await this.#known(target);
    this.#fill(panel, known);
  }

  /** Copies the support details of an upload: the one with this id, else that of the page in front, else the latest. */
  async copySupportDetails(id: unknown): Promise<void> {
    const view = await this.#uploadFor(id);
    const active = this.#active(id);
    const text = active === undefined ? view && uploadSupportDetails(view, productVersions()) : active.supportDetails();
    if (text === undefined) {
      sayNoUpload();
    } else {
      await copyText(text, vscode.l10n.t('Support details copied.'));
    }
  }

  dispose(): void {
    for (const page of this.#pages.values()) {
      page.dispose();
    }
    this.#store.dispose();
  }

  #active(id: unknown): StatusSource | undefined {
    return typeof id === 'string' ? undefined : [...this.#pages.values()].find(({ isActive }) => isActive)?.source;
  }

  async #uploadFor(id: unknown): Promise<UploadView | undefined> {
    const { uploads } = this.#deps;
    await uploads.load();
    return typeof id === 'string' ? uploads.view(id) : uploads.all()[0];
  }

  /** What is in the records is shown from there, however it was named. */
  async #known(target: SavedTarget): Promise<SavedTarget> {
    const { uploads } = this.#deps;
    await uploads.load();
    if (target.is === 'upload') {
      return { is: 'upload', id: target.id };
    }
    const { customerId, trackingId } = target;
    const view = uploads
      .all()
      .find(
        ({ record }) =>
          record.customer.id === customerId && record.parts.some(part => trackingIdOf(part) === trackingId),
      );
    return view === undefined ? { is: 'job', customerId, trackingId } : { is: 'upload', id: view.record.id };
  }

  #newPage(target: SavedTarget): StatusPage {
    const { extensionUri } = this.#deps;
    const title = vscode.l10n.t('Status of an upload');
    const panel = vscode.window.createWebviewPanel(
      statusPageType,
      title,
      vscode.ViewColumn.Active,
      pageOptions(extensionUri),
    );
    return this.#fill(panel, target);
  }

  #fill(panel: vscode.WebviewPanel, target: SavedTarget): StatusPage {
    const key = keyOf(target);
    this.#pages.get(key)?.close();
    const page = new StatusPage(panel, this.#sourceOf(target), {
      ...this.#deps,
      uploadedManifests: this.#uploadedManifests,
      rawAnswers: this.#rawAnswers,
    });
    this.#pages.set(key, page);
    panel.onDidDispose(() => {
      page.dispose();
      if (this.#pages.get(key) === page) {
        this.#pages.delete(key);
      }
    });
    return page;
  }

  #sourceOf(target: SavedTarget): StatusSource {
    return target.is === 'upload'
      ? new UploadSource(target.id, { ...this.#deps, uploadedManifests: this.#uploadedManifests })
      : new JobSource(target, this.#deps);
  }
}

function keyOf(target: SavedTarget): string {
  return target.is === 'upload' ? target.id : `${target.customerId} ${target.trackingId}`;
}

function sayNoUpload(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('There is no upload in the records.'));
}
