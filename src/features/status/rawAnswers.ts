import * as vscode from 'vscode';

import { indentJson } from '../../core/indentJson.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import { redact } from '../../platform/redact.ts';

const scheme = 'device-batch-answer';

/** What the service answered when it was asked about a job. */
export interface RawAnswer {
  readonly trackingId: string;
  /** As it came. */
  readonly json: string;
}

/** The service's answers as read-only documents, without secrets. Each is kept while it is open. */
export class RawAnswers implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #texts = new Map<string, string>();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());

  constructor() {
    this.#store.add(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: uri => this.#texts.get(uri.toString()) ?? '',
      }),
    );
    this.#store.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())));
  }

  /** Shows an answer beside the page, in the place of an earlier one of the same job. */
  async show({ trackingId, json }: RawAnswer): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/status-${trackingId}.json` });
    this.#texts.set(uri.toString(), redact(indentJson(json)));
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  }

  dispose(): void {
    this.#store.dispose();
  }
}
