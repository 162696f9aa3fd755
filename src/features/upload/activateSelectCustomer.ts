import type * as vscode from 'vscode';

import type { RegisterCommand } from '../../platform/commandBoundary.ts';
import { commandIds } from '../../platform/commandIds.ts';
import { assertTrusted } from '../../platform/workspaceTrust.ts';

/** `Device Batch: Choose Customer…`, from the palette and the walkthrough. */
export function activateSelectCustomer(
  registerCommand: RegisterCommand,
  loadSelection: () => Promise<() => Promise<void>>,
): vscode.Disposable {
  return registerCommand(commandIds.selectCustomer, async () => {
    await assertTrusted();
    const select = await loadSelection();
    await select();
  });
}
