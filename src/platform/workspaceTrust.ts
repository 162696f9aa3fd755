import * as vscode from 'vscode';

import { type Transport, TransportError } from '../api/http.ts';

/**
 * Lets only trusted workspaces go on: no request leaves an untrusted one.
 *
 * @throws {vscode.CancellationError} after saying so.
 */
export async function assertTrusted(): Promise<void> {
  if (vscode.workspace.isTrusted) {
    return;
  }
  const manageTrust = vscode.l10n.t('Manage Workspace Trust');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Nothing is sent from a workspace that you do not trust.'),
    manageTrust,
  );
  if (chosen === manageTrust) {
    await vscode.commands.executeCommand('workbench.trust.manage');
  }
  throw new vscode.CancellationError();
}

/** The transport, but for untrusted workspaces: whatever asks, nothing leaves one. */
export function onlyFromTrusted(send: Transport): Transport {
  return async request => {
    if (!vscode.workspace.isTrusted) {
      throw new TransportError('other', 'nothing', { cause: new Error('The workspace is not trusted.') });
    }
    return send(request);
  };
}
