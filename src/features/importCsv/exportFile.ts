import * as vscode from 'vscode';

import { writeCsv } from '../../core/csv/writeCsv.ts';
import type { OpenManifests } from '../../platform/openManifests.ts';
import { plainText } from '../../platform/plainText.ts';
import { csvWriteReport } from '../../platform/words/csv.ts';
import { bareNameOf, fileNameOf } from './fileNames.ts';
import type { ReadOnlyDocuments } from '../../platform/readOnlyDocuments.ts';
import { statusBarMs, tellDetails } from './tellImport.ts';

export interface ExportFileDeps {
  readonly manifests: OpenManifests;
  readonly reports: ReadOnlyDocuments;
}

/**
 * Writes the devices of a manifest as the CSV file that Partner Center's portal takes.
 *
 * @throws {vscode.CancellationError} when no file is chosen.
 */
export async function exportFile(given: unknown, { manifests, reports }: ExportFileDeps): Promise<void> {
  const active = vscode.window.activeTextEditor?.document;
  const manifest = given instanceof vscode.Uri ? await vscode.workspace.openTextDocument(given) : active;
  const checked = manifest && (await manifests.current(manifest));
  if (checked === undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t('Open the manifest whose devices you want to export.'));
    return;
  }
  const { uri } = checked.document;
  const { devices, syntaxFaults } = checked.manifest;
  const name = plainText(fileNameOf(uri));
  if (syntaxFaults.length > 0) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} has a syntax error. Nothing was exported.', name));
    return;
  }
  const { text, notes } = writeCsv(devices);
  const file = await askTarget(uri);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const summary = vscode.l10n.t('Devices exported from {0}: {1}.', name, devices.length);
  if (notes.length === 0) {
    vscode.window.setStatusBarMessage(summary, statusBarMs);
    return;
  }
  const remarks = vscode.l10n.t('Remarks: {0}.', notes.length);
  void tellDetails(
    `${summary} ${remarks}`,
    fileNameOf(file),
    csvWriteReport(devices.length, notes, fileNameOf(file)),
    reports,
  );
}

/** @throws {vscode.CancellationError} when no file is chosen. */
async function askTarget(manifest: vscode.Uri): Promise<vscode.Uri> {
  const folder = manifest.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(manifest, '..');
  const base = folder ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Devices to CSV'),
    saveLabel: vscode.l10n.t('Export'),
    filters: { [vscode.l10n.t('CSV files')]: ['csv'] },
    ...(base === undefined ? {} : { defaultUri: vscode.Uri.joinPath(base, `${bareNameOf(manifest)}.csv`) }),
  });
  if (file === undefined) {
    throw new vscode.CancellationError();
  }
  return file;
}
