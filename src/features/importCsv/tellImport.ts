import * as vscode from 'vscode';

import type { CsvImport } from '../../core/csv/csvImport.ts';
import { plainText } from '../../platform/plainText.ts';
import { csvReport, csvSummaryWords } from '../../platform/words/csv.ts';
import type { ReadOnlyDocuments } from '../../platform/readOnlyDocuments.ts';

/** Milliseconds that a message stays in the status bar. */
export const statusBarMs = 8000;

/** Says in the status bar what was done; where something was dropped, changed or guessed, in a warning with details. */
export function tellImport(csv: CsvImport, imported: number, fileName: string, reports: ReadOnlyDocuments): void {
  const summary = csvSummaryWords(csv, imported, fileName);
  if (csv.notes.length === 0) {
    vscode.window.setStatusBarMessage(summary, statusBarMs);
  } else {
    void tellDetails(summary, fileName, csvReport(csv, fileName), reports);
  }
}

/** Shows a warning that leads to a report. */
export async function tellDetails(
  summary: string,
  fileName: string,
  report: string,
  reports: ReadOnlyDocuments,
): Promise<void> {
  const showDetails = vscode.l10n.t('Show Details');
  if ((await vscode.window.showWarningMessage(summary, showDetails)) === showDetails) {
    await reports.show(`${plainText(fileName)}.md`, report);
  }
}
