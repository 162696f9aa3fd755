import * as vscode from 'vscode';

import { manifestTitle } from '../../../platform/manifestSelector.ts';
import type { OpenPreview } from './previewDocuments.ts';

/** What the file with the body of a request is called unless the user names it. */
export function bodyFileName({ upload }: OpenPreview, part: number): string {
  const title = manifestTitle(upload.manifest.source.uri.path);
  return upload.plan.parts.length === 1 ? `${title}.request.json` : `${title}.request-${part + 1}.json`;
}

/** Where the body of a request is, as a tool is to find it: where it was saved, else its name in the folder the tool runs in. */
export function bodyFilePath(preview: OpenPreview, part: number): string {
  const saved = preview.savedBodies.get(part);
  return saved?.scheme === 'file' ? saved.fsPath : `./${bodyFileName(preview, part)}`;
}

/** Beside the manifest, or where VS Code's dialog begins for one that has no folder. */
export function proposedBodyFile(preview: OpenPreview, part: number): vscode.Uri {
  const manifest = preview.upload.manifest.source.uri;
  const name = bodyFileName(preview, part);
  const folder = vscode.workspace.getWorkspaceFolder(manifest)?.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  if (manifest.scheme !== 'untitled') {
    return vscode.Uri.joinPath(manifest, '..', name);
  }
  return folder === undefined ? vscode.Uri.file(name) : vscode.Uri.joinPath(folder, name);
}
