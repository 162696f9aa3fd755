import * as vscode from 'vscode';

/** What a file name cannot hold on any system, and control characters. */
const notInFileNames = /[\p{Cc}<>:"/\\|?*]+/gu;

/**
 * An address for a new manifest that is not on disk yet: `untitled:<folder>/<batch>.devicebatch.jsonc`.
 *
 * The name makes schema and selectors match. The folder is the first workspace folder, so that saving proposes it. A name
 * that an open document already has gets a number.
 */
export function untitledManifestUri(batchId: string): vscode.Uri {
  const name = batchId.replaceAll(notInFileNames, '-').replaceAll(/^[.\s-]+|[.\s]+$/g, '') || 'NewBatch';
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const taken = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.path));
  for (let number = 1; ; number++) {
    const file = `${number === 1 ? name : `${name}-${number}`}.devicebatch.jsonc`;
    const path = folder ? `${folder.path.replace(/\/$/, '')}/${file}` : file;
    if (!taken.has(path)) {
      return vscode.Uri.from({ scheme: 'untitled', authority: folder?.authority ?? '', path });
    }
  }
}
