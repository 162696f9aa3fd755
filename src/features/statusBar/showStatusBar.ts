import * as vscode from 'vscode';

import { commandIds } from '../../platform/commandIds.ts';
import { DisposableStore } from '../../platform/disposables.ts';

/** What the status bar tells. */
export interface StatusBarDeps {
  readonly onDidChange: vscode.Event<void>;
  readonly emulatorRuns: () => boolean;
  /** A line for each upload that this window sends or watches. */
  readonly running: () => readonly string[];
}

/** One item, while this window watches an upload or the emulator runs. */
export function showStatusBar({ onDidChange, emulatorRuns, running }: StatusBarDeps): vscode.Disposable {
  const store = new DisposableStore();
  const item = store.add(vscode.window.createStatusBarItem('deviceBatch', vscode.StatusBarAlignment.Left));
  item.name = vscode.l10n.t('Device Batch');
  const update = (): void => {
    const uploads = running();
    if (uploads.length > 0) {
      showUploads(item, uploads, emulatorRuns());
    } else if (emulatorRuns()) {
      showEmulator(item);
    } else {
      item.hide();
    }
  };
  update();
  store.add(onDidChange(update));
  return store;
}

function showUploads(item: vscode.StatusBarItem, uploads: readonly string[], emulatorRuns: boolean): void {
  const count =
    uploads.length === 1
      ? vscode.l10n.t('Device Batch: 1 upload')
      : vscode.l10n.t('Device Batch: {0} uploads', uploads.length);
  item.text = `$(${emulatorRuns ? 'beaker' : 'sync~spin'}) ${count}`;
  item.tooltip = [...uploads, ...(emulatorRuns ? [emulatorWords()] : [])].join('\n');
  item.command = 'deviceBatch.uploads.focus';
  item.accessibilityInformation = { label: [count, ...uploads].join('. ') };
  item.show();
}

function showEmulator(item: vscode.StatusBarItem): void {
  const label = vscode.l10n.t('Device Batch: emulator');
  item.text = `$(beaker) ${label}`;
  item.tooltip = emulatorWords();
  item.command = commandIds.tryEmulator;
  item.accessibilityInformation = { label };
  item.show();
}

function emulatorWords(): string {
  return vscode.l10n.t('Uploads of this window go to the emulator. Nothing is registered.');
}
