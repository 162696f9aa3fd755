import type * as vscode from 'vscode';

import type { RegisterCommand } from '../../../platform/commandBoundary.ts';
import { commandIds } from '../../../platform/commandIds.ts';
import { DisposableStore } from '../../../platform/disposables.ts';
import { manifestFor } from '../manifestFor.ts';
import type { UploadPreviews } from './uploadPreviews.ts';

/** `Device Batch: Preview Upload`, and what can be done with a preview. */
export function activatePreview(
  registerCommand: RegisterCommand,
  load: () => Promise<UploadPreviews>,
): vscode.Disposable {
  const store = new DisposableStore();
  store.add(
    registerCommand(commandIds.preview, async target => {
      const uri = await manifestFor(target, 'preview');
      await (await load()).open(uri);
    }),
  );
  store.add(registerCommand(commandIds.askForPreview, async preview => (await load()).ask(preview)));
  store.add(registerCommand(commandIds.copyRequest, async (preview, part) => (await load()).copy(preview, part)));
  store.add(registerCommand(commandIds.saveRequestBody, async (preview, part) => (await load()).save(preview, part)));
  return store;
}
