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
  const editor = await showWhereItIs(document);
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

/** Shows the document in the editor group it is open in, not in a second one. */
async function showWhereItIs(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === document.uri.toString()),
  );
  return vscode.window.showTextDocument(document, group === undefined ? {} : { viewColumn: group.viewColumn });
}
