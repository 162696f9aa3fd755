import type * as vscode from 'vscode';

import type { OpenManifests } from '../../platform/openManifests.ts';
import { exportFile } from './exportFile.ts';
import { importFile } from './importFile.ts';
import { CsvPasting } from './csvPasting.ts';
import type { ReadOnlyDocuments } from '../../platform/readOnlyDocuments.ts';

export interface CsvFeatureDeps {
  readonly manifests: OpenManifests;
  readonly reports: ReadOnlyDocuments;
  readonly pasteKind: vscode.DocumentDropOrPasteEditKind;
}

/** What is loaded on first use. */
export interface CsvFeature {
  /** Imports a CSV file, which is asked for unless it is given as a URI. */
  importFile(file: unknown): Promise<void>;
  /** Exports a manifest, the active one unless its URI is given. */
  exportFile(file: unknown): Promise<void>;
  pasteEdits: CsvPasting['pasteEdits'];
  tellPasted: CsvPasting['tellPasted'];
}

export function createCsvFeature(deps: CsvFeatureDeps): CsvFeature {
  const pasting = new CsvPasting(deps);
  return {
    importFile: file => importFile(file, deps),
    exportFile: file => exportFile(file, deps),
    pasteEdits: (document, ranges, text) => pasting.pasteEdits(document, ranges, text),
    tellPasted: edit => pasting.tellPasted(edit),
  };
}
