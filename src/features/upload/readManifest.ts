import * as vscode from 'vscode';

import type { ManifestSource } from '../../platform/manifestSource.ts';
import { type TextFileFault, TextFileError } from '../../platform/readTextFile.ts';

type Progress = vscode.Progress<{ readonly message?: string }>;

/**
 * The manifest's text.
 *
 * @throws {vscode.CancellationError} after saying why it cannot be read.
 * @throws the signal's reason when it is aborted.
 */
export async function readManifest(source: ManifestSource, progress: Progress, signal: AbortSignal): Promise<string> {
  try {
    return await source.read({ signal, onProgress: inPercent(progress) });
  } catch (error) {
    if (error instanceof TextFileError) {
      void vscode.window.showErrorMessage(unreadableWords(error.fault));
      throw new vscode.CancellationError();
    }
    throw error;
  }
}

/** Reports only what can be seen. */
function inPercent(progress: Progress): (share: number) => void {
  let last = -1;
  return share => {
    const percent = Math.floor(share * 100);
    if (percent > last) {
      last = percent;
      progress.report({ message: vscode.l10n.t('{0} % is read', percent) });
    }
  };
}

function unreadableWords(fault: TextFileFault): string {
  switch (fault) {
    case 'gone':
      return vscode.l10n.t('Nothing was sent: the manifest is not there any more.');
    case 'not-utf8':
      return vscode.l10n.t('Nothing was sent: the manifest is not encoded in UTF-8. Save it in that encoding.');
    case 'too-long':
      return vscode.l10n.t(
        'Nothing was sent: the manifest is too large to be checked. Split its devices into several manifests.',
      );
    case 'changed':
      return vscode.l10n.t('Nothing was sent: the manifest changed while it was read. Try again once it is complete.');
  }
}
