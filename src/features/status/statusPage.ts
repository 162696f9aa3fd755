import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

import { isChangeOfMind, presentFailure } from '../../platform/commandBoundary.ts';
import { commandIds } from '../../platform/commandIds.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { Log } from '../../platform/log.ts';
import { failureWords } from '../../platform/words/failures.ts';
import { assertTrusted } from '../../platform/workspaceTrust.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import type { HostMessage, PageMessage } from '../../webview/protocol.ts';
import { copyText } from './copyText.ts';
import { goToDevice, openManifest } from './goToDevice.ts';
import { readPageMessage } from './pageMessage.ts';
import { pageTexts } from './pageTexts.ts';
import type { RawAnswers } from './rawAnswers.ts';
import { resultsTsv } from './resultsTable.ts';
import { saveResults } from './saveResults.ts';
import { statusPageHtml } from './statusPageHtml.ts';
import type { StatusSource } from './statusSource.ts';
import type { UploadedManifests } from './uploadedManifests.ts';

export interface StatusPageDeps {
  readonly uploadedManifests: UploadedManifests;
  readonly rawAnswers: RawAnswers;
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
}

/** The folder of the page's own files: all that it can load. */
function pageFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** What a page may do in VS Code: run its script, and nothing else. */
export function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    enableForms: false,
    enableCommandUris: false,
    localResourceRoots: [pageFolder(extensionUri)],
  };
}

/** One status page: shows its source, and does what the user asks for there. */
export class StatusPage implements vscode.Disposable {
  readonly source: StatusSource;
  readonly #panel: vscode.WebviewPanel;
  readonly #deps: StatusPageDeps;
  readonly #store = new DisposableStore();
  readonly #disposal = new AbortController();
  #update: NodeJS.Immediate | undefined;

  constructor(panel: vscode.WebviewPanel, source: StatusSource, deps: StatusPageDeps) {
    this.source = source;
    this.#panel = panel;
    this.#deps = deps;
    const { webview } = panel;
    webview.options = pageOptions(deps.extensionUri);
    this.#store.add(source);
    this.#store.add(source.onDidChange(() => this.#updateSoon()));
    this.#store.add(webview.onDidReceiveMessage((message: unknown) => this.#onMessage(message)));
    this.#store.add(panel.onDidChangeViewState(() => source.setVisible(panel.visible)));
    panel.title = source.content().title;
    webview.html = this.#html();
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  close(): void {
    this.#panel.dispose();
  }

  dispose(): void {
    this.#disposal.abort();
    clearImmediate(this.#update);
    this.#store.dispose();
  }

  #html(): string {
    const { webview } = this.#panel;
    const address = (file: string) =>
      webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(this.#deps.extensionUri), file)).toString();
    return statusPageHtml({
      script: address('statusPage.js'),
      style: address('statusPage.css'),
      nonce: randomBytes(18).toString('base64url'),
      language: vscode.env.language,
      title: this.#panel.title,
    });
  }

  /** Several changes at once are shown once, and none to a page that is hidden: it asks for everything when it is back. */
  #updateSoon(): void {
    this.#update ??= setImmediate(() => {
      this.#update = undefined;
      if (this.#panel.visible) {
        this.#post({ is: 'show', content: this.source.content() });
      }
    });
  }

  #post(message: HostMessage): void {
    this.#panel.title = message.content.title;
    void this.#panel.webview.postMessage(message);
  }

  async #onMessage(value: unknown): Promise<void> {
    const message = readPageMessage(value);
    const { log } = this.#deps;
    if (message === undefined) {
      log.warn('The status page sent something that it never sends.');
      return;
    }
    try {
      await this.#do(message);
    } catch (error) {
      if (!isChangeOfMind(error)) {
        const words = failureWords(error);
        log.failure(`status page: ${message.is}`, error, words);
        await presentFailure(words, log);
      }
    }
  }

  async #do(message: PageMessage): Promise<void> {
    const { source } = this;
    const { uploadedManifests } = this.#deps;
    switch (message.is) {
      case 'ready':
        return this.#open();
      case 'refresh':
        await assertTrusted();
        return source.refresh();
      case 'continue':
        return source.decide();
      case 'open-manifest':
        return this.#withRecord(record => openManifest(record, uploadedManifests, vscode.ViewColumn.Beside));
      case 'go-to-device':
        return this.#withRecord(record =>
          goToDevice(record, message.number - 1, uploadedManifests, vscode.ViewColumn.Beside),
        );
      case 'retry-failed':
        return this.#withRecord(({ id }) => vscode.commands.executeCommand(commandIds.retryFailed, id));
      case 'copy-table':
        return this.#copyTable(message.numbers);
      case 'save-csv':
        return saveResults(source.content(), message.numbers);
      case 'copy-support-details':
        return copyText(source.supportDetails(), vscode.l10n.t('Support details copied.'));
      case 'copy-link':
        return this.#copyLink(message.part);
      case 'show-answer':
        await assertTrusted();
        return this.#showAnswer(message.part);
    }
  }

  #open(): void {
    const { source } = this;
    const { language } = vscode.env;
    this.#post({ is: 'open', language, texts: pageTexts(), target: source.target, content: source.content() });
  }

  async #withRecord(work: (record: UploadRecord) => Thenable<void>): Promise<void> {
    const record = this.source.record();
    if (record !== undefined) {
      await work(record);
    }
  }

  async #copyTable(numbers: readonly number[]): Promise<void> {
    const content = this.source.content();
    if (content.is === 'status') {
      const text = resultsTsv(content, numbers, pageTexts());
      await copyText(text, vscode.l10n.t('Devices copied: {0}.', numbers.length));
    }
  }

  async #copyLink(part: number): Promise<void> {
    const link = this.source.link(part);
    if (link !== undefined) {
      await copyText(link, vscode.l10n.t('Status link copied.'));
    }
  }

  async #showAnswer(part: number): Promise<void> {
    const answer = await this.source.readAnswer(part, this.#disposal.signal);
    if (answer !== undefined) {
      await this.#deps.rawAnswers.show(answer);
    }
  }
}
