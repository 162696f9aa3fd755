import * as vscode from 'vscode';

import type { RegisterCommand } from '../../platform/commandBoundary.ts';
import { commandIds } from '../../platform/commandIds.ts';
import { untitledManifestUri } from '../../platform/untitledManifest.ts';
import { manifestSnippet } from './manifestSnippet.ts';

/** `Device Batch: New Manifest`: an untitled manifest with one device to fill in. */
export function activateNewManifest(registerCommand: RegisterCommand): vscode.Disposable {
  return registerCommand(commandIds.newManifest, async () => {
    const document = await vscode.workspace.openTextDocument(await untitledManifestUri('NewBatch'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(new vscode.SnippetString(manifestSnippet), new vscode.Position(0, 0));
  });
}
