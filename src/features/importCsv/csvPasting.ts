import * as vscode from 'vscode';

import { devicesTextAt } from '../../core/csv/addDevices.ts';
import type { CsvImport } from '../../core/csv/csvImport.ts';
import { readCsv } from '../../core/csv/readCsv.ts';
import type { OpenManifests } from '../../platform/openManifests.ts';
import type { ReadOnlyDocuments } from '../../platform/readOnlyDocuments.ts';
import { tellImport } from './tellImport.ts';

export interface CsvPastingDeps {
  readonly manifests: OpenManifests;
  readonly reports: ReadOnlyDocuments;
  readonly pasteKind: vscode.DocumentDropOrPasteEditKind;
}

/** Turns CSV that is pasted among the devices of a manifest into devices. */
export class CsvPasting {
  readonly #deps: CsvPastingDeps;
  readonly #imports = new WeakMap<vscode.DocumentPasteEdit, CsvImport>();

  constructor(deps: CsvPastingDeps) {
    this.#deps = deps;
  }

  /** The edit to offer; none where the text holds no devices, or the place is none for a device. */
  async pasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    text: string,
  ): Promise<vscode.DocumentPasteEdit[]> {
    const [range] = ranges;
    if (range === undefined || ranges.length > 1 || !range.isEmpty) {
      return [];
    }
    const csv = readCsv(new TextEncoder().encode(text));
    const checked = csv.devices.length > 0 ? await this.#deps.manifests.current(document) : undefined;
    const inserted = checked && devicesTextAt(checked.manifest, document.offsetAt(range.start), csv.devices);
    if (inserted === undefined) {
      return [];
    }
    const title = vscode.l10n.t('Insert Devices from CSV ({0})', csv.devices.length);
    const edit = new vscode.DocumentPasteEdit('', title, this.#deps.pasteKind);
    edit.additionalEdit = new vscode.WorkspaceEdit();
    edit.additionalEdit.set(document.uri, [insertion(range.start, inserted)]);
    this.#imports.set(edit, csv);
    return [edit];
  }

  /** Says what was dropped or guessed on the way, once an edit is used. */
  tellPasted(edit: vscode.DocumentPasteEdit): void {
    const csv = this.#imports.get(edit);
    if (csv !== undefined) {
      tellImport(csv, csv.devices.length, vscode.l10n.t('Pasted CSV'), this.#deps.reports);
    }
  }
}

/** A paste is applied as a snippet, which indents lines anew unless it is told to keep them. */
function insertion(position: vscode.Position, text: string): vscode.SnippetTextEdit {
  const edit = vscode.SnippetTextEdit.insert(position, new vscode.SnippetString().appendText(text));
  edit.keepWhitespace = true;
  return edit;
}
