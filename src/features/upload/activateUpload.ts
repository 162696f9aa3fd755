import type * as vscode from 'vscode';

import type { RegisterCommand } from '../../platform/commandBoundary.ts';
import { commandIds } from '../../platform/commandIds.ts';
import { assertTrusted } from '../../platform/workspaceTrust.ts';
import { manifestFor } from './manifestFor.ts';

/** Uploads the manifest at `uri`, asking what it has to. */
export type UploadManifest = (uri: vscode.Uri) => Promise<void>;

/** `Device Batch: Upload Device Batch`, from the palette, the editor's title and the explorer's menu. */
export function activateUpload(
  registerCommand: RegisterCommand,
  loadUpload: () => Promise<UploadManifest>,
): vscode.Disposable {
  return registerCommand(commandIds.upload, async target => {
    await assertTrusted();
    const uri = await manifestFor(target, 'upload');
    const upload = await loadUpload();
    await upload(uri);
  });
}
