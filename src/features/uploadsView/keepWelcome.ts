import * as vscode from 'vscode';

import { DisposableStore } from '../../platform/disposables.ts';
import { readSignInSettings } from '../../platform/settings.ts';

/** What decides with which words the view greets a newcomer. */
export interface WelcomeDeps {
  /** Whether uploads of this window go to an emulator. */
  readonly isEmulated: () => boolean;
  readonly onDidChangeEmulator: vscode.Event<void>;
}

/** Keeps `deviceBatch.uploadsTo` for the when clauses of package.json: `emulator`, `nowhere` without a client id, or `partnerCenter`. */
export function keepWelcome({ isEmulated, onDidChangeEmulator }: WelcomeDeps): vscode.Disposable {
  const store = new DisposableStore();
  const update = (): void => {
    const signsIn = readSignInSettings().clientId !== undefined;
    const place = isEmulated() ? 'emulator' : signsIn ? 'partnerCenter' : 'nowhere';
    void vscode.commands.executeCommand('setContext', 'deviceBatch.uploadsTo', place);
  };
  store.add(onDidChangeEmulator(update));
  store.add(
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('deviceBatch')) {
        update();
      }
    }),
  );
  update();
  return store;
}
