import { realpath } from 'node:fs/promises';
import path from 'node:path';

import * as vscode from 'vscode';

import { isManifestName } from '../../platform/manifestSelector.ts';

/**
 * Whether the file really lies in a folder of the workspace under a manifest's name, wherever symbolic links lead.
 *
 * Where real paths cannot be asked for (remote and virtual folders), no symbolic link may be on the way.
 */
export async function isReallyInside(uri: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) {
    return false;
  }
  try {
    return await (uri.scheme === 'file' ? isOnDiskInside(uri, folder.uri) : isReachedWithoutLinks(uri, folder.uri));
  } catch {
    // It is not there, or cannot be looked at.
    return false;
  }
}

async function isOnDiskInside(uri: vscode.Uri, folder: vscode.Uri): Promise<boolean> {
  const [file, root] = [await realpath(uri.fsPath), await realpath(folder.fsPath)];
  const way = path.relative(root, file);
  const leavesRoot = way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);
  return !leavesRoot && isManifestName(file);
}

async function isReachedWithoutLinks(uri: vscode.Uri, folder: vscode.Uri): Promise<boolean> {
  const steps = uri.path
    .slice(folder.path.length)
    .split('/')
    .filter(step => step !== '');
  for (const end of steps.keys()) {
    const { type } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, ...steps.slice(0, end + 1)));
    if ((type & vscode.FileType.SymbolicLink) !== 0) {
      return false;
    }
  }
  return true;
}
