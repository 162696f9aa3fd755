import * as vscode from 'vscode';

import { plainText } from '../../platform/plainText.ts';
import { apiFailureWords } from '../../platform/words/failures.ts';
import { pauseWords } from '../../platform/words/pauses.ts';
import { standingWords } from '../../platform/words/uploadSummary.ts';
import type { UploadCounts } from '../../uploads/uploadCounts.ts';
import type { UploadView } from '../../uploads/uploads.ts';
import type { CustomerNode } from './uploadNodes.ts';

/** What an upload was, and what it waits for. */
export function uploadTooltip(view: UploadView, counts: UploadCounts): vscode.MarkdownString {
  const { record, phase, blockage, isRunning } = view;
  const { batch, customer, account, createdAt } = record;
  const when = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  const names = [customer.companyName, customer.domain].filter(name => name !== undefined).map(plainText);
  return linesTooltip([
    vscode.l10n.t('Batch {0}', plainText(batch.id)),
    standingWords(view, counts),
    phase.is === 'paused' ? pauseWords(phase.stop) : undefined,
    blockage === undefined || isRunning ? undefined : apiFailureWords(blockage.failure).sentence,
    vscode.l10n.t('For {0}', [...names, customer.id].join(', ')),
    account.label === undefined ? undefined : vscode.l10n.t('By {0}', plainText(account.label)),
    account.cloud === 'emulator' ? vscode.l10n.t('The emulator registered nothing.') : undefined,
    when.format(createdAt),
  ]);
}

export function customerTooltip({ customer, account }: CustomerNode): vscode.MarkdownString {
  return linesTooltip([
    ...[customer.companyName, customer.domain].map(name => name && plainText(name)),
    customer.id,
    plainText(account.base),
  ]);
}

/** A text that is shown as it is. */
export function textTooltip(text: string): vscode.MarkdownString {
  return new vscode.MarkdownString().appendText(text);
}

function linesTooltip(lines: readonly (string | undefined)[]): vscode.MarkdownString {
  return textTooltip(lines.filter(line => line !== undefined).join('\n'));
}
