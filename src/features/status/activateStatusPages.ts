import * as vscode from 'vscode';

import type { RegisterCommand } from '../../platform/commandBoundary.ts';
import { commandIds } from '../../platform/commandIds.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import { uploadIdOf } from '../../platform/uploadArgument.ts';
import type { StatusPages } from './statusPages.ts';

type LoadedPages = Pick<StatusPages, 'restore' | 'copySupportDetails'>;

/** Opens status pages again after a reload; copies what support asks for. */
export function activateStatusPages(
  registerCommand: RegisterCommand,
  load: () => Promise<LoadedPages>,
): vscode.Disposable {
  const store = new DisposableStore();
  store.add(
    registerCommand(commandIds.copySupportDetails, async upload =>
      (await load()).copySupportDetails(uploadIdOf(upload)),
    ),
  );
  store.add(
    vscode.window.registerWebviewPanelSerializer('deviceBatch.status', {
      deserializeWebviewPanel: async (panel, state: unknown) => (await load()).restore(panel, state),
    }),
  );
  return store;
}
