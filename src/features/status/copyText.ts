import * as vscode from 'vscode';

/** How long the status bar says it, in milliseconds. */
const saidMs = 4000;

/** Puts a text into the clipboard, and says in the status bar what was copied. */
export async function copyText(text: string, said: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(said, saidMs);
}
