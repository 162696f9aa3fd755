import * as vscode from 'vscode';

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
