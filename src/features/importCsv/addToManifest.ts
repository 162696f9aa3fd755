import * as vscode from 'vscode';

import { addDevices } from '../../core/csv/addDevices.ts';
import type { CsvDevice } from '../../core/csv/csvImport.ts';
import type { OpenManifests } from '../../platform/openManifests.ts';
import { plainText } from '../../platform/plainText.ts';
import { fileNameOf } from './fileNames.ts';

/** Adds the devices behind those of an open manifest, as one undoable edit. Returns whether that could be done; if not, says why. */
export async function addToManifest(
  document: vscode.TextDocument,
  devices: readonly CsvDevice[],
  manifests: OpenManifests,
): Promise<boolean> {
  const editor = await vscode.window.showTextDocument(document);
  const checked = await manifests.current(document);
  const change = checked && addDevices(checked.manifest, devices);
  if (change === undefined) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'Nothing was added to {0}: it has a syntax error, or its "devices" is no list.',
        plainText(fileNameOf(document.uri)),
      ),
    );
    return false;
  }
  const range = new vscode.Range(document.positionAt(change.span.start), document.positionAt(change.span.end));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, change.text);
  const isApplied = await vscode.workspace.applyEdit(edit);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return isApplied;
}
