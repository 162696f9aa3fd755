import * as vscode from 'vscode';

import { DisposableStore } from './disposables.ts';

/** Read-only documents that are on no disk. Each is kept while it is open. */
export class ReadOnlyDocuments implements vscode.Disposable {
  readonly #scheme: string;
  readonly #store = new DisposableStore();
  readonly #texts = new Map<string, string>();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());

  /** `scheme` is that of the documents' addresses, and nobody else's. */
  constructor(scheme: string) {
    this.#scheme = scheme;
    this.#store.add(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: uri => this.#texts.get(uri.toString()) ?? '',
      }),
    );
    this.#store.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())));
  }

  /** Opens the text beside the active editor, in the place of an earlier one of the same name. */
  async show(name: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: this.#scheme, path: `/${name}` });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  }

  dispose(): void {
    this.#store.dispose();
  }
}
