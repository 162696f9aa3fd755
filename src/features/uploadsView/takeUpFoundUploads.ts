import * as vscode from 'vscode';

import { isUnfinished } from '../../uploads/uploadPhase.ts';
import type { Uploads, UploadView } from '../../uploads/uploads.ts';

/** What taking uploads up at the start takes. */
export interface FoundUploadsDeps {
  readonly uploads: Pick<Uploads, 'all' | 'view' | 'takeUpAll'>;
  readonly continueUpload: (view: UploadView) => Promise<void>;
}

/**
 * Goes on looking at what was sent, wherever no window does, and asks about what turns out to wait for the user: what a
 * window left behind when it ended in the middle. Of what has waited for longer it only reminds.
 */
export async function takeUpFoundUploads({ uploads, continueUpload }: FoundUploadsDeps): Promise<void> {
  const waiting = uploads.all().filter(({ phase }) => phase.is === 'paused');
  const unfinished = uploads.all().filter(({ record, phase }) => phase.is !== 'paused' && isUnfinished(record));
  await uploads.takeUpAll();
  for (const { record } of unfinished) {
    const view = uploads.view(record.id);
    if (view?.phase.is === 'paused' || (view?.phase.is === 'unknown' && view.isRunning)) {
      void continueUpload(view);
    }
  }
  if (waiting.length > 0) {
    void remind(waiting.length);
  }
}

async function remind(uploads: number): Promise<void> {
  const show = vscode.l10n.t('Show Uploads');
  const words =
    uploads === 1
      ? vscode.l10n.t('An upload is not complete, and waits for you.')
      : vscode.l10n.t('{0} uploads are not complete, and wait for you.', uploads);
  if ((await vscode.window.showInformationMessage(words, show)) === show) {
    await vscode.commands.executeCommand('deviceBatch.uploads.focus');
  }
}
