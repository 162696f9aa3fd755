import * as vscode from 'vscode';

import { commandIds } from '../../../platform/commandIds.ts';
import { DisposableStore } from '../../../platform/disposables.ts';
import { requestHeading } from './previewText.ts';
import type { PreviewedUpload } from './previewedUpload.ts';

/** The scheme of previews, by which menus know them too. */
export const previewScheme = 'device-batch-preview';

/** A preview that is open. */
export interface OpenPreview {
  readonly upload: PreviewedUpload;
  readonly text: string;
  /** Where the bodies of requests were saved, by the requests' places. */
  readonly savedBodies: Map<number, vscode.Uri>;
}

/** Read-only documents that show previews; each is kept while it is open. */
export class PreviewDocuments implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #previews = new Map<string, OpenPreview>();
  readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
  readonly #lensesChanged = this.#store.add(new vscode.EventEmitter<void>());

  constructor() {
    this.#store.add(
      vscode.workspace.registerTextDocumentContentProvider(previewScheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: uri => this.get(uri)?.text ?? '',
      }),
    );
    this.#store.add(
      vscode.languages.registerCodeLensProvider(
        { scheme: previewScheme },
        {
          onDidChangeCodeLenses: this.#lensesChanged.event,
          provideCodeLenses: document => this.#lensesOf(document),
        },
      ),
    );
    this.#store.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#previews.delete(uri.toString())));
  }

  get(uri: vscode.Uri): OpenPreview | undefined {
    return this.#previews.get(uri.toString());
  }

  /** Shows a preview, in the place of an earlier one of the same manifest. */
  async show(uri: vscode.Uri, upload: PreviewedUpload, text: string): Promise<void> {
    const savedBodies = new Map<number, vscode.Uri>();
    this.#previews.set(uri.toString(), { upload, text, savedBodies });
    this.#changed.fire(uri);
    this.#lensesChanged.fire();
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true });
  }

  dispose(): void {
    this.#store.dispose();
  }

  #lensesOf(document: vscode.TextDocument): vscode.CodeLens[] {
    const upload = this.get(document.uri)?.upload;
    return upload === undefined
      ? []
      : [
          ...topLenses(document.uri, upload),
          ...requestLines(document).flatMap((line, part) => lensesAbove(line, document.uri, part)),
        ];
  }
}

function topLenses(preview: vscode.Uri, { asked, manifest }: PreviewedUpload): readonly vscode.CodeLens[] {
  const upload = lens(0, `$(cloud-upload) ${vscode.l10n.t('Upload')}`, commandIds.upload, [manifest.source.uri]);
  return asked === undefined
    ? [upload, lens(0, vscode.l10n.t('Ask Partner Center'), commandIds.askForPreview, [preview])]
    : [upload];
}

function lensesAbove(line: number, preview: vscode.Uri, part: number): readonly vscode.CodeLens[] {
  return [
    lens(line, vscode.l10n.t('Copy Request…'), commandIds.copyRequest, [preview, part]),
    lens(line, vscode.l10n.t('Save Body…'), commandIds.saveRequestBody, [preview, part]),
  ];
}

function lens(line: number, title: string, command: string, args: unknown[]): vscode.CodeLens {
  return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, command, arguments: args });
}

/** The lines with requests' headings. */
function requestLines(document: vscode.TextDocument): readonly number[] {
  return document
    .getText()
    .split('\n')
    .flatMap((text, line) => (requestHeading.test(text) ? [line] : []));
}
