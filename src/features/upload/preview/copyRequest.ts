import * as vscode from 'vscode';

import { plainText } from '../../../platform/plainText.ts';
import { askPick } from '../../../platform/prompts.ts';
import { bodyFileName, bodyFilePath } from './bodyFile.ts';
import { type CopiedRequest, tokenVariable } from './copiedRequest.ts';
import { curlCommand } from './curlCommand.ts';
import { httpFileText } from './httpFileText.ts';
import { pickPart } from './pickPart.ts';
import { powerShellCommand } from './powerShellCommand.ts';
import type { OpenPreview } from './previewDocuments.ts';
import { previewedRequest } from './previewedUpload.ts';

interface FormatItem extends vscode.QuickPickItem {
  readonly write: (request: CopiedRequest) => string;
}

/**
 * Copies a request in the form the user picks. The token comes out of an environment variable, and the body out of a file,
 * which `saveBody` saves if the user wants it.
 *
 * @throws {vscode.CancellationError} when nothing is picked.
 */
export async function copyRequest(
  preview: OpenPreview,
  given: unknown,
  newId: () => string,
  saveBody: (part: number) => Promise<void>,
): Promise<void> {
  const part = await pickPart(preview.upload, given);
  const request = previewedRequest(preview.upload, part, { requestId: newId(), correlationId: newId() });
  if (request === undefined) {
    throw new vscode.CancellationError();
  }
  const { write } = await askPick(formats(), { placeHolder: vscode.l10n.t('Copy the request as') });
  const { url, headers } = request;
  await vscode.env.clipboard.writeText(write({ url, headers, bodyFile: bodyFilePath(preview, part) }));
  await tellCopied(preview, part, saveBody);
}

function formats(): readonly FormatItem[] {
  return [
    { label: 'cURL', description: vscode.l10n.t('for bash and zsh'), write: curlCommand },
    { label: 'PowerShell', description: 'Invoke-RestMethod', write: powerShellCommand },
    { label: '.http', description: vscode.l10n.t('for REST Client and Visual Studio'), write: httpFileText },
  ];
}

async function tellCopied(
  preview: OpenPreview,
  part: number,
  saveBody: (part: number) => Promise<void>,
): Promise<void> {
  const save = vscode.l10n.t('Save Body…');
  const isSaved = preview.savedBodies.has(part);
  const chosen = await vscode.window.showInformationMessage(
    isSaved
      ? vscode.l10n.t('Copied. The token is taken from the environment variable {0}.', tokenVariable)
      : vscode.l10n.t(
          'Copied. The token is taken from the environment variable {0}, and the body from the file {1}, which you can save now.',
          tokenVariable,
          plainText(bodyFileName(preview, part)),
        ),
    ...(isSaved ? [] : [save]),
  );
  if (chosen === save) {
    await saveBody(part);
  }
}
