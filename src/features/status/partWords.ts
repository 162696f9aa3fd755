import * as vscode from 'vscode';

import type { UploadState } from '../../core/upload/uploadState.ts';
import type { Job, Part } from '../../uploads/uploadRecord.ts';
import type { DeviceStatus } from '../../webview/protocol.ts';
import { statusWords } from './statusWords.ts';

/** Where one request of an upload stands. */
export function partWords(part: Part): string {
  switch (part.is) {
    case 'planned':
      return vscode.l10n.t('Not sent yet');
    case 'sending':
      return vscode.l10n.t('Being sent');
    case 'unknown':
    case 'left':
      return vscode.l10n.t('Not known whether it was accepted');
    case 'cancelled':
      return vscode.l10n.t('Cancelled');
    case 'accepted':
      return jobWords(part.job);
  }
}

function jobWords(job: Job): string {
  if (job.is === 'untracked') {
    return vscode.l10n.t('Accepted without a link');
  }
  if (job.is === 'unwatched') {
    return job.because === 'not-found'
      ? vscode.l10n.t('Partner Center knows it no longer')
      : vscode.l10n.t('Not watched any more');
  }
  return job.outcome === undefined ? vscode.l10n.t('Accepted') : stateWords(job.outcome.state);
}

/** A job's state, as the service spells it behind our word. */
export function stateWords(state: UploadState): string {
  switch (state) {
    case 'unknown':
      return vscode.l10n.t('Not told');
    case 'queued':
      return vscode.l10n.t('Queued');
    case 'processing':
      return vscode.l10n.t('Processing');
    case 'finished':
      return vscode.l10n.t('Finished');
    case 'finished-with-errors':
      return vscode.l10n.t('Finished with errors');
  }
}

const order: readonly DeviceStatus[] = [
  'failed',
  'unanswered',
  'unknown',
  'not-sent',
  'waiting',
  'already-registered',
  'registered',
];

/** How many devices have come to what, worst first. */
export function resultSummary(statuses: readonly DeviceStatus[]): string {
  const words = statusWords();
  return order
    .map(status => ({ status, count: statuses.filter(one => one === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${words[status]}: ${count}`)
    .join(', ');
}
