import * as vscode from 'vscode';

import { type ManifestSource, manifestSource } from '../../platform/manifestSource.ts';
import { plainText } from '../../platform/plainText.ts';

/**
 * The manifest as it is on disk: an unsaved one is saved first, because the record of the upload names its address.
 *
 * @throws {vscode.CancellationError} when the user does not say where to save it, or after saying that VS Code cannot open it.
 */
export async function savedManifest(uri: vscode.Uri): Promise<ManifestSource> {
  const source = await openManifest(uri);
  if (!source.isUnsaved) {
    return source;
  }
  const saved = await save(source.uri);
  if (saved === undefined) {
    throw new vscode.CancellationError();
  }
  return openManifest(saved);
}

/** In a window without a folder nothing says where a new file belongs, so VS Code asks. */
function save(uri: vscode.Uri): Thenable<vscode.Uri | undefined> {
  const hasFolder = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
  return uri.scheme === 'untitled' && !hasFolder ? vscode.workspace.saveAs(uri) : vscode.workspace.save(uri);
}

/**
 * The manifest as the user sees it, saved or not.
 *
 * @throws {vscode.CancellationError} after saying that VS Code cannot open it, or that it has to be saved first.
 */
export async function shownManifest(uri: vscode.Uri): Promise<ManifestSource> {
  const source = await openManifest(uri);
  if (source.isUnsaved && !source.isLive) {
    await vscode.window.showErrorMessage(
      vscode.l10n.t('Save the manifest first. It is so large that extensions can read only what is on disk.'),
    );
    throw new vscode.CancellationError();
  }
  return source;
}

async function openManifest(uri: vscode.Uri): Promise<ManifestSource> {
  try {
    return await manifestSource(uri);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    await vscode.window.showErrorMessage(vscode.l10n.t('The manifest cannot be opened. {0}', plainText(why)));
    throw new vscode.CancellationError();
  }
}
