import * as vscode from 'vscode';

import { problemCodes } from '../../core/rules/ruleCatalog.ts';
import type { RegisterCommand } from '../../platform/commandBoundary.ts';
import { commandIds } from '../../platform/commandIds.ts';

/** `deviceBatch.explainRule`: opens the page of a problem's rule. A problem's code in the editor leads here. */
export function activateExplainRule(registerCommand: RegisterCommand, extensionUri: vscode.Uri): vscode.Disposable {
  return registerCommand(commandIds.explainRule, async code => {
    const known = problemCodes.find(name => name === code);
    if (known === undefined) {
      return;
    }
    const page = vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${known}.md`);
    await vscode.commands.executeCommand('markdown.showPreview', page);
  });
}
