import * as vscode from 'vscode';

import { commandIds } from '../../platform/commandIds.ts';
import { customerNameIn } from '../../platform/words/customerName.ts';
import { apiFailureWords } from '../../platform/words/failures.ts';
import { type UploadCounts, uploadCountsOf } from '../../uploads/uploadCounts.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import type { UploadChange, UploadView } from '../../uploads/uploads.ts';

/** Says in the window that watches an upload when its results are complete, or when they cannot be watched any more. */
export function tellUploads(onDidChange: vscode.Event<UploadChange>): vscode.Disposable {
  const running = new Set<string>();
  return onDidChange(({ id, view, event }) => {
    const wasRunning = running.has(id);
    if (view?.isRunning === true) {
      running.add(id);
    } else {
      running.delete(id);
    }
    if (view?.phase.is === 'over' && event?.is === 'reported') {
      void tellResults(view.record);
    } else if (view !== undefined && wasRunning && !view.isRunning) {
      void tellStopped(view);
    }
  });
}

async function tellResults(record: UploadRecord): Promise<void> {
  const counts = uploadCountsOf(record);
  const openStatus = vscode.l10n.t('Open Status');
  const retry = vscode.l10n.t('Retry Failed…');
  const showManifest = vscode.l10n.t('Show Manifest');
  const show = counts.failed > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const chosen = await show(resultSentence(record, counts), openStatus, counts.failed > 0 ? retry : showManifest);
  const command = new Map([
    [openStatus, commandIds.openStatus],
    [retry, commandIds.retryFailed],
    [showManifest, commandIds.openUploadManifest],
  ]).get(chosen ?? '');
  if (command !== undefined) {
    await vscode.commands.executeCommand(command, record.id);
  }
}

/** What came of an upload, in a sentence. */
export function resultSentence({ customer, account }: UploadRecord, counts: UploadCounts): string {
  const name = customerNameIn(account.cloud, customer);
  const { all, failed, alreadyRegistered, unsent, registered } = counts;
  if (failed > 0) {
    return vscode.l10n.t('{0} of {1} devices failed for {2}.', failed, all - unsent, name);
  }
  const done = registered + alreadyRegistered;
  if (done < all - unsent) {
    return vscode.l10n.t('Of {0} of {1} devices for {2} the result is not known.', all - unsent - done, all, name);
  }
  if (alreadyRegistered > 0) {
    return vscode.l10n.t(
      '{0} devices are registered to {1}. {2} of them were before, and keep their batch and group tag.',
      done,
      name,
      alreadyRegistered,
    );
  }
  return done === 1
    ? vscode.l10n.t('The device is registered to {0}.', name)
    : vscode.l10n.t('{0} devices are registered to {1}.', done, name);
}

/** Nobody is told that a sign-in is missing: that may have been meant, and the uploads view says it. */
async function tellStopped(view: UploadView): Promise<void> {
  const words = stoppedWords(view);
  if (words === undefined) {
    return;
  }
  const openStatus = vscode.l10n.t('Open Status');
  const watchAgain = vscode.l10n.t('Watch Again');
  const chosen = await vscode.window.showWarningMessage(words, watchAgain, openStatus);
  if (chosen !== undefined) {
    const command = chosen === watchAgain ? commandIds.resumeUpload : commandIds.openStatus;
    await vscode.commands.executeCommand(command, view.record.id);
  }
}

function stoppedWords({ record, phase, blockage }: UploadView): string | undefined {
  const name = customerNameIn(record.account.cloud, record.customer);
  if (phase.is === 'unwatched') {
    return record.parts.some(
      part => part.is === 'accepted' && 'because' in part.job && part.job.because === 'not-found',
    )
      ? vscode.l10n.t('Partner Center does not know the upload to {0} any more.', name)
      : vscode.l10n.t('The upload to {0} still runs after two days, and is not watched any longer.', name);
  }
  if (phase.is === 'watching' && blockage !== undefined && blockage.failure.reason !== 'signed-out') {
    const { sentence } = apiFailureWords(blockage.failure);
    return vscode.l10n.t('The upload to {0} cannot be watched. {1}', name, sentence);
  }
  return undefined;
}
