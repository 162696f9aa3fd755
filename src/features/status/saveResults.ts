import * as vscode from 'vscode';

import type { PageContent } from '../../webview/protocol.ts';
import { pageTexts } from './pageTexts.ts';
import { resultsCsv } from './resultsTable.ts';

/**
 * Writes what a page says about these devices into a CSV file that the user chooses.
 *
 * @throws what the file system throws.
 */
export async function saveResults(content: PageContent, numbers: readonly number[]): Promise<void> {
  if (content.is !== 'status') {
    return;
  }
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Results as CSV'),
    filters: { [vscode.l10n.t('CSV files')]: ['csv'] },
    ...proposal(content.title),
  });
  if (file !== undefined) {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(resultsCsv(content, numbers, pageTexts())));
    const name = file.path.split('/').at(-1) ?? '';
    vscode.window.setStatusBarMessage(vscode.l10n.t('Results saved to {0}.', name), 4000);
  }
}

/** What no file name can hold on every system. */
const notInFileNames = /[\p{Cc}<>:"/\\|?*]+/gu;

function proposal(title: string): Pick<vscode.SaveDialogOptions, 'defaultUri'> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${title.replaceAll(notInFileNames, '-')} results.csv`;
  return folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) };
}
