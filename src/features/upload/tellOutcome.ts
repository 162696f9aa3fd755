import * as vscode from 'vscode';

import { commandIds } from '../../platform/commandIds.ts';
import { plainText } from '../../platform/plainText.ts';
import { pauseWords } from '../../platform/words/pauses.ts';
import type { Part, Pause, UploadRecord } from '../../uploads/uploadRecord.ts';
import type { UploadView, Uploads } from '../../uploads/uploads.ts';

/** Says what has become of an upload of which nothing more is sent for now, and offers what can be done. */
export async function tellOutcome({ record, phase }: UploadView, uploads: Uploads): Promise<void> {
  switch (phase.is) {
    case 'paused':
      return tellPaused(record, phase.stop, uploads);
    case 'unknown':
      return tellUnknown(record, phase.parts, uploads);
    case 'sending':
    case 'watching':
    case 'unwatched':
    case 'over':
      return tellSent(record);
  }
}

async function tellSent(record: UploadRecord): Promise<void> {
  const sent = count(record, part => part.is === 'accepted' || part.is === 'left');
  const all = record.devices.length;
  const name = plainText(record.customer.companyName ?? record.customer.id);
  if (sent === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t('The upload was cancelled before anything was sent.'));
    return;
  }
  const openStatus = vscode.l10n.t('Open Status');
  const chosen = await vscode.window.showInformationMessage(
    sent < all
      ? vscode.l10n.t(
          'The upload was cancelled. {0} of {1} devices had been sent to {2}, and that is not undone.',
          sent,
          all,
          name,
        )
      : sentence(record, sent, name),
    ...(record.parts.some(isTracked) ? [openStatus] : []),
  );
  if (chosen === openStatus) {
    await vscode.commands.executeCommand(commandIds.openStatus, record.id);
  }
}

function sentence(record: UploadRecord, sent: number, name: string): string {
  if (!record.parts.some(isTracked)) {
    return vscode.l10n.t(
      'Partner Center accepted {0} devices for {1}, but gave no link to their status. Look for the batch "{2}" in Partner Center.',
      sent,
      name,
      plainText(record.batch.id),
    );
  }
  return sent === 1
    ? vscode.l10n.t('Partner Center accepted one device for {0}.', name)
    : vscode.l10n.t('Partner Center accepted {0} devices for {1}.', sent, name);
}

async function tellPaused(record: UploadRecord, stop: Pause, uploads: Uploads): Promise<void> {
  const words = pauseWords(stop);
  const sendRest = vscode.l10n.t('Send the Rest');
  const smallerParts = vscode.l10n.t('Send Smaller Parts');
  const tooLarge = stop.because === 'failure' && stop.failure.reason === 'too-large';
  const chosen = await vscode.window.showErrorMessage(
    words,
    ...(stop.because === 'manifest-changed' ? [] : [tooLarge ? smallerParts : sendRest]),
  );
  if (chosen === sendRest || chosen === smallerParts) {
    await uploads.decide(record.id, { is: chosen === smallerParts ? 'halved' : 'resumed' });
    const view = await uploads.whenSent(record.id);
    if (view !== undefined) {
      await tellOutcome(view, uploads);
    }
  }
}

async function tellUnknown(record: UploadRecord, parts: readonly number[], uploads: Uploads): Promise<void> {
  const keepLooking = vscode.l10n.t('Keep Looking');
  const sendAgain = vscode.l10n.t('Send Again');
  const leaveIt = vscode.l10n.t('Leave It');
  const devices = parts.reduce((sum, part) => sum + (record.parts[part]?.count ?? 0), 0);
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'The answer got lost, so it is not known whether Partner Center accepted {0} devices. The batch is compared for half an hour. Sending again is safe for devices that are there already: they are reported as registered.',
      devices,
    ),
    keepLooking,
    sendAgain,
    leaveIt,
  );
  const decision = chosen === sendAgain ? 'send-again' : chosen === leaveIt ? 'leave' : 'keep-looking';
  for (const part of parts) {
    await uploads.decide(record.id, { is: 'decided', part, decision });
  }
}

function isTracked(part: Part): boolean {
  return part.is === 'accepted' && part.job.is !== 'untracked';
}

function count({ parts }: UploadRecord, wanted: (part: Part) => boolean): number {
  return parts.filter(wanted).reduce((sum, part) => sum + part.count, 0);
}
