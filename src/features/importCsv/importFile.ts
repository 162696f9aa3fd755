import * as vscode from 'vscode';

import type { CsvImport } from '../../core/csv/csvImport.ts';
import { readCsvInSteps } from '../../core/csv/readCsv.ts';
import { drain } from '../../core/manifest/drain.ts';
import type { OpenManifests } from '../../platform/openManifests.ts';
import { plainText } from '../../platform/plainText.ts';
import { askPick } from '../../platform/prompts.ts';
import { csvReport } from '../../platform/words/csv.ts';
import { addToManifest } from './addToManifest.ts';
import { ansiCodePage } from './ansiCodePage.ts';
import { askGroupTag } from './askGroupTag.ts';
import { bareNameOf, fileNameOf } from './fileNames.ts';
import type { ReadOnlyDocuments } from '../../platform/readOnlyDocuments.ts';
import { openNewManifest } from './openNewManifest.ts';
import { readInSlices } from './readInSlices.ts';
import { tellDetails, tellImport } from './tellImport.ts';

/** Bytes from which on reading takes long enough to be shown and cancelled. */
const largeFile = 1 << 20;

export interface ImportFileDeps {
  readonly manifests: OpenManifests;
  readonly reports: ReadOnlyDocuments;
}

/**
 * Imports the devices of a CSV file into a new manifest or an open one, as one undoable edit.
 *
 * @throws {vscode.CancellationError} when a question is dismissed or the reading is cancelled.
 */
export async function importFile(given: unknown, { manifests, reports }: ImportFileDeps): Promise<void> {
  const file = given instanceof vscode.Uri ? given : await askFile();
  const name = fileNameOf(file);
  const csv = await readFile(file, name);
  if (csv.devices.length === 0) {
    const nothing = vscode.l10n.t('No devices were found in {0}.', plainText(name));
    void tellDetails(nothing, name, csvReport(csv, name), reports);
    return;
  }
  const target = await askTarget(manifests);
  const devices = await askGroupTag(csv);
  const isDone =
    target === undefined
      ? await openNewManifest(devices, bareNameOf(file))
      : await addToManifest(target, devices, manifests);
  if (isDone) {
    tellImport(csv, devices.length, name, reports);
  }
}

async function askFile(): Promise<vscode.Uri> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import Devices from CSV'),
      openLabel: vscode.l10n.t('Import'),
      filters: { [vscode.l10n.t('CSV files')]: ['csv', 'tsv', 'txt'], [vscode.l10n.t('All files')]: ['*'] },
      ...(active !== undefined && /\.csv$/i.test(active.path) ? { defaultUri: active } : {}),
    })) ?? [];
  if (file === undefined) {
    throw new vscode.CancellationError();
  }
  return file;
}

async function readFile(file: vscode.Uri, name: string): Promise<CsvImport> {
  const bytes = await vscode.workspace.fs.readFile(file);
  const steps = readCsvInSteps(bytes, ansiCodePage(file));
  if (bytes.length < largeFile) {
    return drain(steps);
  }
  const title = vscode.l10n.t('Reading {0}…', plainText(name));
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_, token) => readInSlices(steps, token),
  );
}

/** The open manifest to add to; `undefined` for a new one. Not asked where none is open. */
async function askTarget(manifests: OpenManifests): Promise<vscode.TextDocument | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  const open = manifests
    .all()
    .map(({ document }) => document)
    .toSorted((one, other) => Number(other === active) - Number(one === active));
  if (open.length === 0) {
    return undefined;
  }
  const picked = await askPick(
    [
      { label: vscode.l10n.t('$(new-file) New manifest'), document: undefined },
      ...open.map(document => ({
        label: vscode.l10n.t('$(add) Add to {0}', plainText(fileNameOf(document.uri))),
        description: plainText(vscode.workspace.asRelativePath(document.uri)),
        document,
      })),
    ],
    { title: vscode.l10n.t('Where should the devices go?') },
  );
  return picked.document;
}
