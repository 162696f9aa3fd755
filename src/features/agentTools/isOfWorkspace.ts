import * as vscode from 'vscode';

/** Whether the document at this address belongs to the window: it lies in a folder of the workspace, or is open. */
export function isOfWorkspace(address: string): boolean {
  const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === address);
  return isOpen || vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(address)) !== undefined;
}
