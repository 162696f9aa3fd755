import * as vscode from 'vscode';

import { plainText } from '../../platform/plainText.ts';

/**
 * The manifest as it is on disk: an unsaved one is saved first, because the record of the upload names its address.
 *
 * @throws {vscode.CancellationError} when the user does not say where to save it, or after saying that VS Code cannot open it.
 */
export async function savedManifest(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await openManifest(uri);
  if (!document.isDirty && !document.isUntitled) {
    return document;
  }
  const saved = await save(document);
  if (saved === undefined) {
    throw new vscode.CancellationError();
  }
  return openManifest(saved);
}

/** In a window without a folder nothing says where a new file belongs, so VS Code asks. */
function save({ uri, isUntitled }: vscode.TextDocument): Thenable<vscode.Uri | undefined> {
  const hasFolder = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
  return isUntitled && !hasFolder ? vscode.workspace.saveAs(uri) : vscode.workspace.save(uri);
}

/**
 * Opens a manifest without showing it.
 *
 * @throws {vscode.CancellationError} after saying why not: it is gone, no text, or larger than the 50 MB that VS Code gives to extensions.
 */
export async function openManifest(uri: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    await vscode.window.showErrorMessage(vscode.l10n.t('The manifest cannot be opened. {0}', plainText(why)));
    throw new vscode.CancellationError();
  }
}
