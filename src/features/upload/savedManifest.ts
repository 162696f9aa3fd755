import * as vscode from 'vscode';

/**
 * The manifest as it is on disk: an unsaved one is saved first, because the record of the upload names its address.
 *
 * @throws {vscode.CancellationError} when the user does not say where to save it.
 */
export async function savedManifest(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (!document.isDirty && !document.isUntitled) {
    return document;
  }
  const saved = await vscode.workspace.save(document.uri);
  if (saved === undefined) {
    throw new vscode.CancellationError();
  }
  return vscode.workspace.openTextDocument(saved);
}
