import * as vscode from 'vscode';

import { uploadBody } from '../../../api/uploadRequest.ts';
import { proposedBodyFile } from './bodyFile.ts';
import { pickPart } from './pickPart.ts';
import type { OpenPreview } from './previewDocuments.ts';
import { type PreviewIds, previewedRequest } from './previewedUpload.ts';

/** Bodies hold none. */
const noIds: PreviewIds = { requestId: '', correlationId: '' };

/**
 * Saves the body of a request as it is sent, where the user says.
 *
 * @throws {vscode.CancellationError} when the user calls it off.
 * @throws what VS Code throws where the file cannot be written.
 */
export async function saveRequestBody(preview: OpenPreview, given: unknown): Promise<void> {
  const part = await pickPart(preview.upload, given);
  const request = previewedRequest(preview.upload, part, noIds);
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the Whole Body, Hashes and Product Keys Included'),
    defaultUri: proposedBodyFile(preview, part),
    filters: { JSON: ['json'] },
  });
  if (file === undefined || request === undefined) {
    throw new vscode.CancellationError();
  }
  await vscode.workspace.fs.writeFile(file, uploadBody(request.sent));
  preview.savedBodies.set(part, file);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The body was saved. It holds hashes and product keys as they are.'),
  );
}
