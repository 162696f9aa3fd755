import { homedir } from 'node:os';

import * as vscode from 'vscode';

/** What a file name cannot hold on any system, and control characters. */
const notInFileNames = /[\p{Cc}<>:"/\\|?*]+/gu;

/**
 * An address for a new manifest that is not on disk yet: `untitled:<folder>/<batch>.devicebatch.jsonc`.
 *
 * The name makes schema and selectors match. VS Code saves it in that folder without a question: the first workspace folder,
 * or the user's own where there is none. A name that an open document or a file already has gets a number.
 */
export async function untitledManifestUri(batchId: string): Promise<vscode.Uri> {
  const name = batchId.replaceAll(notInFileNames, '-').replaceAll(/^[.\s-]+|[.\s]+$/g, '') || 'NewBatch';
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.path));
  for (let number = 1; ; number++) {
    const file = `${number === 1 ? name : `${name}-${number}`}.devicebatch.jsonc`;
    const place = vscode.Uri.joinPath(folder, file);
    if (!open.has(place.path) && !(await exists(place))) {
      return place.with({ scheme: 'untitled' });
    }
  }
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
