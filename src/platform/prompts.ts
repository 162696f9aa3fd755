import * as vscode from 'vscode';

/** Asks for a line of text. @throws {vscode.CancellationError} when dismissed. */
export async function askText(options: vscode.InputBoxOptions): Promise<string> {
  const answer = await vscode.window.showInputBox({ ignoreFocusOut: true, ...options });
  if (answer === undefined) {
    throw new vscode.CancellationError();
  }
  return answer;
}

/** Lets the user pick one item. @throws {vscode.CancellationError} when dismissed. */
export async function askPick<T extends vscode.QuickPickItem>(
  items: readonly T[] | Thenable<readonly T[]>,
  options: vscode.QuickPickOptions,
): Promise<T> {
  const picked = await vscode.window.showQuickPick(items, { ignoreFocusOut: true, ...options, canPickMany: false });
  if (picked === undefined) {
    throw new vscode.CancellationError();
  }
  return picked;
}

/** Asks one modal question with one answer. @throws {vscode.CancellationError} when dismissed. */
export async function confirm(question: string, detail: string, answer: string): Promise<void> {
  const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail }, answer);
  if (chosen !== answer) {
    throw new vscode.CancellationError();
  }
}
