import * as vscode from 'vscode';

import type { CheckedManifest, OpenManifests } from './openManifests.ts';

/** Opens the manifest that a record names, as it is now; `undefined` if there is none any more. */
export async function openRecordedManifest(
  uri: string,
  manifests: OpenManifests,
): Promise<CheckedManifest | undefined> {
  const document = await openDocument(vscode.Uri.parse(uri));
  return document && manifests.current(document);
}

async function openDocument(address: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === address.toString());
  // One that was never saved would come back empty, once it is closed.
  if (open !== undefined || address.scheme === 'untitled') {
    return open;
  }
  try {
    return await vscode.workspace.openTextDocument(address);
  } catch {
    return undefined;
  }
}
