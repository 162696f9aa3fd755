import * as vscode from 'vscode';

import { plainText } from '../../platform/plainText.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import { fileNameOf } from './fileNameOf.ts';
import { findDevice, type UploadedManifests } from './uploadedManifests.ts';

/**
 * Shows the manifest of an upload. What cannot be done is said.
 *
 * @param column where it opens, if it is not in view already
 */
export async function openManifest(
  record: UploadRecord,
  manifests: Pick<UploadedManifests, 'open'>,
  column: vscode.ViewColumn,
): Promise<void> {
  const checked = await manifests.open(record);
  if (checked === undefined) {
    sayGone(record);
  } else {
    await show(checked.document, column);
  }
}

/**
 * Shows the device at a place of the upload in its manifest. What cannot be done is said.
 *
 * @param column where the manifest opens, if it is not in view already
 */
export async function goToDevice(
  record: UploadRecord,
  place: number,
  manifests: Pick<UploadedManifests, 'open'>,
  column: vscode.ViewColumn,
): Promise<void> {
  const checked = await manifests.open(record);
  if (checked === undefined) {
    sayGone(record);
    return;
  }
  const { document } = checked;
  const device = await findDevice(record, place, checked);
  const editor = await show(document, column);
  if (device === undefined) {
    const words = vscode.l10n.t(
      'The manifest has changed, and device {0} cannot be found in it for certain.',
      place + 1,
    );
    void vscode.window.showWarningMessage(words);
    return;
  }
  const [start, end] = [document.positionAt(device.span.start), document.positionAt(device.span.end)];
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(new vscode.Range(start, end), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function show(document: vscode.TextDocument, column: vscode.ViewColumn): Promise<vscode.TextEditor> {
  const shown = vscode.window.visibleTextEditors.find(editor => editor.document === document);
  return vscode.window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? column });
}

function sayGone({ manifest }: UploadRecord): void {
  const name = plainText(fileNameOf(manifest.uri));
  const words = vscode.l10n.t('The manifest {0} cannot be opened. It may have been moved or deleted.', name);
  void vscode.window.showErrorMessage(words);
}
