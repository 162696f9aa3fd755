import * as vscode from 'vscode';

import { isManifestName } from '../../platform/manifestSelector.ts';
import { isReallyInside } from './isReallyInside.ts';

/**
 * The manifest that an assistant names, by its address, its path, or its path in a workspace folder. Only one that is open,
 * or that really lies in a folder of the workspace.
 *
 * @throws Error if there is none.
 */
export async function findManifest(given: string): Promise<vscode.TextDocument> {
  const named = addressesOf(given).filter(({ path }) => isManifestName(path));
  const open = openManifest(given, named);
  if (open !== undefined) {
    return open;
  }
  for (const uri of named) {
    if (await isReallyInside(uri)) {
      return vscode.workspace.openTextDocument(uri);
    }
  }
  throw new Error(
    'There is no such manifest. It must be open, or lie in a workspace folder, and be named *.devicebatch.json or *.devicebatch.jsonc.',
  );
}

function openManifest(given: string, named: readonly vscode.Uri[]): vscode.TextDocument | undefined {
  const open = vscode.workspace.textDocuments.filter(({ uri }) => isManifestName(uri.path));
  const addresses = new Set(named.map(uri => uri.toString()));
  return (
    open.find(({ uri }) => addresses.has(uri.toString())) ??
    // One that was never saved has no place in a folder.
    open.find(
      ({ uri, isUntitled }) => isUntitled && (uri.path === given || named.some(({ path }) => path === uri.path)),
    )
  );
}

/** Where a text may lead to. Dots in paths are resolved, and nothing is looked up. */
function addressesOf(given: string): readonly vscode.Uri[] {
  if (/^[a-z][a-z0-9+.-]+:/i.test(given)) {
    const uri = vscode.Uri.parse(given);
    return uri.path === '' ? [] : [vscode.Uri.joinPath(uri, '.')];
  }
  const path = given.replaceAll('\\', '/');
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (/^\/|^[a-z]:\//i.test(path)) {
    const absolute = path.startsWith('/') ? path : `/${path}`;
    return folders.map(({ uri }) => vscode.Uri.joinPath(uri.with({ path: '/' }), absolute));
  }
  return folders.flatMap(({ uri, name }) => [
    vscode.Uri.joinPath(uri, path),
    // VS Code puts the folder's name in front where there are several.
    ...(path.startsWith(`${name}/`) ? [vscode.Uri.joinPath(uri, path.slice(name.length + 1))] : []),
  ]);
}
