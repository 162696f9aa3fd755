import * as vscode from 'vscode';

import { commandIds } from '../../platform/commandIds.ts';

/** A whole message of our log with nothing but a status link in it; whatever else is logged stands behind `│ ` or words. */
const statusMessage = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \[info\] Status: (https?:\/\/\S+)$/gm;

/** Makes the links in the output panel open inside the editor: a browser would only get 401. */
export function provideStatusLinks(extensionId: string): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(
    { scheme: 'output', language: 'log' },
    {
      provideDocumentLinks(document) {
        return document.uri.path.toLowerCase().startsWith(extensionId.toLowerCase())
          ? [...document.getText().matchAll(statusMessage)].map(match => linkOf(match, document))
          : [];
      },
    },
  );
}

function linkOf(match: RegExpExecArray, document: vscode.TextDocument): vscode.DocumentLink {
  const link = match[1] ?? '';
  const end = match.index + match[0].length;
  const range = new vscode.Range(document.positionAt(end - link.length), document.positionAt(end));
  const args = encodeURIComponent(JSON.stringify([link]));
  const result = new vscode.DocumentLink(range, vscode.Uri.parse(`command:${commandIds.openStatus}?${args}`));
  result.tooltip = vscode.l10n.t('Open the status in the editor');
  return result;
}
