import * as vscode from 'vscode';

import { DisposableStore } from '../../platform/disposables.ts';
import { plainText } from '../../platform/plainText.ts';

const scheme = 'device-batch-report';

/** Read-only Markdown documents that say what became of a file. Each is kept while it is open. */
export class ReadOnlyReports implements vscode.Disposable {
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

  /** Opens the text beside the active editor under this title, in the place of an earlier one of the same title. */
  async show(title: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${plainText(title)}.md` });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  }

  dispose(): void {
    this.#store.dispose();
  }
}
