import * as vscode from 'vscode';

import type { CsvDevice } from '../../core/csv/csvImport.ts';
import { newManifestText } from '../../core/csv/newManifestText.ts';
import { askText } from '../../platform/prompts.ts';
import { untitledManifestUri } from '../../platform/untitledManifest.ts';

/**
 * Opens a new manifest with these devices, after asking for the batch id: their group tag if they have one, else `suggestedId`.
 *
 * Returns whether that could be done. @throws {vscode.CancellationError} when the question is dismissed.
 */
export async function openNewManifest(devices: readonly CsvDevice[], suggestedId: string): Promise<boolean> {
  const tags = new Set(devices.map(({ groupTag }) => groupTag));
  const [tag] = tags;
  const batchId = await askText({
    title: vscode.l10n.t('New Device Batch'),
    prompt: vscode.l10n.t('The id of the batch. It becomes the group tag of its devices.'),
    value: tags.size === 1 && tag !== undefined ? tag : suggestedId,
    validateInput: text => (text.trim() === '' ? vscode.l10n.t('The batch needs an id.') : undefined),
  });
  const document = await vscode.workspace.openTextDocument(await untitledManifestUri(batchId));
  await vscode.window.showTextDocument(document);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), newManifestText({ batchId, devices }));
  return vscode.workspace.applyEdit(edit);
}
