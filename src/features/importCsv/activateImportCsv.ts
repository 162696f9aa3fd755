import * as vscode from 'vscode';

import type { RegisterCommand } from '../../platform/commandBoundary.ts';
import { commandIds } from '../../platform/commandIds.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import { manifestSelector } from '../../platform/manifestSelector.ts';
import type { OpenManifests } from '../../platform/openManifests.ts';
import type { ReadOnlyDocuments } from '../../platform/readOnlyDocuments.ts';
import type { CsvFeature, CsvFeatureDeps } from './csvFeature.ts';
import { mayBeCsv } from './mayBeCsv.ts';

export interface ImportCsvDeps {
  readonly registerCommand: RegisterCommand;
  readonly manifests: OpenManifests;
  readonly reports: ReadOnlyDocuments;
  /** Loads what does the work, with the CSV parser. Called once, on first use. */
  readonly load: (deps: CsvFeatureDeps) => Promise<CsvFeature>;
}

/** Devices from CSV files and pasted CSV, and back into a CSV file. */
export function activateImportCsv({ registerCommand, manifests, reports, load }: ImportCsvDeps): vscode.Disposable {
  const store = new DisposableStore();
  const pasteKind = vscode.DocumentDropOrPasteEditKind.Empty.append('deviceBatch', 'csv');
  let loaded: Promise<CsvFeature> | undefined;
  const feature = () => (loaded ??= load({ manifests, reports, pasteKind }));

  store.add(registerCommand(commandIds.importCsv, async file => (await feature()).importFile(file)));
  store.add(registerCommand(commandIds.exportCsv, async file => (await feature()).exportFile(file)));
  const pasting: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, dataTransfer) {
      const text = await dataTransfer.get('text/plain')?.asString();
      return text !== undefined && mayBeCsv(text) ? (await feature()).pasteEdits(document, ranges, text) : undefined;
    },
    async resolveDocumentPasteEdit(edit) {
      (await feature()).tellPasted(edit);
      return edit;
    },
  };
  store.add(
    vscode.languages.registerDocumentPasteEditProvider(manifestSelector, pasting, {
      providedPasteEditKinds: [pasteKind],
      pasteMimeTypes: ['text/plain'],
    }),
  );
  return store;
}
