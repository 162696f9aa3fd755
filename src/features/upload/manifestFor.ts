import * as vscode from 'vscode';

import { isManifestName, manifestGlob } from '../../platform/manifestSelector.ts';
import { askPick } from '../../platform/prompts.ts';
import { activeTextTab, textTabs } from '../../platform/textTabs.ts';

/** More manifests than anybody picks from a list. */
const mostOffered = 200;

/**
 * The manifest a command is meant for: the one it was started on, the one in the active editor or tab, or the user's pick.
 *
 * @throws {vscode.CancellationError} when nothing is picked, or there is nothing to pick.
 */
export async function manifestFor(target: unknown, purpose: 'upload' | 'preview'): Promise<vscode.Uri> {
  if (target instanceof vscode.Uri) {
    return target;
  }
  // Extensions get no editor of a file that is too large for them, but its tab.
  const active = vscode.window.activeTextEditor?.document.uri ?? activeTextTab();
  return active !== undefined && isManifestName(active.path) ? active : pickManifest(purpose);
}

async function pickManifest(purpose: 'upload' | 'preview'): Promise<vscode.Uri> {
  const open = [...vscode.workspace.textDocuments, ...textTabs()]
    .map(({ uri }) => uri)
    .filter(({ path }) => isManifestName(path));
  const found = await vscode.workspace.findFiles(manifestGlob, '**/node_modules/**', mostOffered);
  const uris = [...new Map([...open, ...found].map(uri => [uri.toString(), uri])).values()];
  if (uris.length === 0) {
    await vscode.window.showInformationMessage(
      vscode.l10n.t('There is no manifest here. Open one, or make one with "Device Batch: New Manifest".'),
    );
    throw new vscode.CancellationError();
  }
  const { uri } = await askPick(
    uris.map(one => ({ label: vscode.workspace.asRelativePath(one), uri: one })),
    purpose === 'upload'
      ? { title: vscode.l10n.t('Upload Device Batch'), placeHolder: vscode.l10n.t('Pick the manifest to upload') }
      : { title: vscode.l10n.t('Preview Upload'), placeHolder: vscode.l10n.t('Pick the manifest to preview') },
  );
  return uri;
}
