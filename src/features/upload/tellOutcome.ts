import * as vscode from 'vscode';

import { commandIds } from '../../platform/commandIds.ts';
import { failureWords } from '../../platform/words/failures.ts';
import { pauseWords } from '../../platform/words/pauses.ts';
import type { UserEvent } from '../../uploads/uploadEvent.ts';
import type { Pause, UploadRecord } from '../../uploads/uploadRecord.ts';
import type { UploadView, Uploads } from '../../uploads/uploads.ts';
import { sentWords, unknownWords, wasSent } from './outcomeWords.ts';

/** An upload of which nothing more is sent for now. */
export interface Ending {
  readonly view: UploadView;
  /** What broke it off, if that was no answer of the service. */
  readonly error: unknown;
}

/**
 * Says what has become of an upload, and does what the user decides about it.
 *
 * Resolves with whether it goes on: something more may be sent, or a part that may have arrived is looked for.
 */
export async function tellOutcome({ view, error }: Ending, uploads: Uploads): Promise<boolean> {
  const { record, phase } = view;
  switch (phase.is) {
    case 'sending':
      return tellBrokenOff(record, error, uploads);
    case 'paused':
      return tellPaused(record, phase.stop, uploads);
    case 'unknown':
      return tellUnknown(view, phase.parts, uploads);
    case 'watching':
    case 'unwatched':
    case 'over':
      await tellSent(record);
      return false;
  }
}

async function tellSent(record: UploadRecord): Promise<void> {
  const openStatus = vscode.l10n.t('Open Status');
  const buttons = wasSent(record) ? [openStatus] : [];
  if ((await vscode.window.showInformationMessage(sentWords(record), ...buttons)) === openStatus) {
    await vscode.commands.executeCommand(commandIds.openStatus, record.id);
  }
}

/** Something beside the service broke it off, or another window took it over. */
async function tellBrokenOff(record: UploadRecord, error: unknown, uploads: Uploads): Promise<boolean> {
  if (error === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Another window carries this upload on.'));
    return false;
  }
  const { sentence, nextStep } = failureWords(error);
  const words = vscode.l10n.t('The upload was broken off. {0}', nextStep ? `${sentence} ${nextStep}` : sentence);
  return offerToGoOn(words, vscode.l10n.t('Go On'), { is: 'resumed' }, record, uploads);
}

async function tellPaused(record: UploadRecord, stop: Pause, uploads: Uploads): Promise<boolean> {
  const words = pauseWords(stop);
  if (stop.because === 'manifest-changed') {
    await offerUnsent(words, record);
    return false;
  }
  if (stop.because === 'failure' && stop.failure.reason === 'too-large' && canBeHalved(record)) {
    return offerToGoOn(words, vscode.l10n.t('Send Smaller Parts'), { is: 'halved' }, record, uploads);
  }
  return offerToGoOn(words, goOnWords(record, stop), { is: 'resumed' }, record, uploads);
}

/** What is left is never sent from another text than was agreed to, but it can be taken over into a new manifest. */
async function offerUnsent(words: string, { id }: UploadRecord): Promise<void> {
  const openUnsent = vscode.l10n.t('New Manifest of Unsent Devices');
  if ((await vscode.window.showErrorMessage(words, openUnsent)) === openUnsent) {
    await vscode.commands.executeCommand(commandIds.openUnsent, id);
  }
}

function goOnWords(record: UploadRecord, { because }: Pause): string {
  if (because === 'batch-appeared') {
    return vscode.l10n.t('Add to the Batch');
  }
  return wasSent(record) ? vscode.l10n.t('Send the Rest') : vscode.l10n.t('Try Again');
}

function canBeHalved({ parts }: UploadRecord): boolean {
  return parts.some(({ is, count }) => is === 'planned' && count > 1);
}

async function offerToGoOn(
  words: string,
  goOn: string,
  decision: UserEvent,
  { id }: UploadRecord,
  uploads: Uploads,
): Promise<boolean> {
  const showOutput = vscode.l10n.t('Show Output');
  const chosen = await vscode.window.showErrorMessage(words, goOn, showOutput);
  if (chosen === showOutput) {
    await vscode.commands.executeCommand(commandIds.showOutput);
  }
  return chosen === goOn && (await decided(id, decision, uploads));
}

async function tellUnknown(view: UploadView, parts: readonly number[], uploads: Uploads): Promise<boolean> {
  const keepLooking = vscode.l10n.t('Keep Looking');
  const sendAgain = vscode.l10n.t('Send Again');
  const leaveIt = vscode.l10n.t('Leave It');
  const chosen = await vscode.window.showWarningMessage(unknownWords(view, parts), keepLooking, sendAgain, leaveIt);
  if (chosen === undefined || (chosen === keepLooking && view.isRunning)) {
    return view.isRunning;
  }
  const decision = chosen === sendAgain ? 'send-again' : chosen === leaveIt ? 'leave' : 'keep-looking';
  let goesOn = false;
  for (const part of parts) {
    goesOn = await decided(view.record.id, { is: 'decided', part, decision }, uploads);
  }
  return goesOn;
}

/** False after saying that it could not be done. */
async function decided(id: string, decision: UserEvent, uploads: Uploads): Promise<boolean> {
  switch (await uploads.decide(id, decision)) {
    case 'done':
      return true;
    case 'elsewhere':
      void vscode.window.showInformationMessage(vscode.l10n.t('Another window carries this upload on.'));
      return false;
    case 'gone':
      void vscode.window.showInformationMessage(vscode.l10n.t('The record of this upload is gone.'));
      return false;
  }
}
