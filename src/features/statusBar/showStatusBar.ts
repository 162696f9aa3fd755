import * as vscode from 'vscode';

import { commandIds } from '../../platform/commandIds.ts';
import { DisposableStore } from '../../platform/disposables.ts';

/** What the status bar tells. */
export interface StatusBarDeps {
  readonly onDidChange: vscode.Event<void>;
  readonly emulatorRuns: () => boolean;
}

/** One item, while the emulator runs. */
export function showStatusBar({ onDidChange, emulatorRuns }: StatusBarDeps): vscode.Disposable {
  const store = new DisposableStore();
  const item = store.add(vscode.window.createStatusBarItem('deviceBatch', vscode.StatusBarAlignment.Left));
  item.name = vscode.l10n.t('Device Batch');
  const update = (): void => {
    if (emulatorRuns()) {
      item.text = `$(beaker) ${vscode.l10n.t('Device Batch: emulator')}`;
      item.tooltip = vscode.l10n.t('Uploads of this window go to the emulator. Nothing is registered.');
      item.command = commandIds.tryEmulator;
      item.show();
    } else {
      item.hide();
    }
  };
  update();
  store.add(onDidChange(update));
  return store;
}
