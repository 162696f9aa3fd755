import * as vscode from 'vscode';

import { plainText } from '../../platform/plainText.ts';
import { apiFailureWords } from '../../platform/words/failures.ts';
import type { Part, UploadRecord } from '../../uploads/uploadRecord.ts';
import type { UploadView } from '../../uploads/uploads.ts';
import { customerName } from '../../platform/words/customerName.ts';

/** What has become of an upload that was sent as far as it will be. */
export function sentWords(record: UploadRecord): string {
  const accepted = countOf(record, ({ is }) => is === 'accepted');
  const left = countOf(record, ({ is }) => is === 'left');
  const all = record.devices.length;
  const name = customerName(record.customer);
  if (accepted + left === 0) {
    return vscode.l10n.t('The upload was cancelled before anything was sent.');
  }
  if (accepted + left < all) {
    return vscode.l10n.t(
      'The upload was cancelled. {0} of {1} devices had been sent to {2}, and that is not undone.',
      accepted + left,
      all,
      name,
    );
  }
  return left > 0
    ? vscode.l10n.t('It is not known whether {0} of the {1} devices for {2} were accepted.', left, all, name)
    : acceptedWords(record, accepted, name);
}

function acceptedWords(record: UploadRecord, devices: number, name: string): string {
  if (!record.parts.some(hasLink)) {
    return vscode.l10n.t(
      'The upload to {0} was accepted, but there is no link to its status. Look at the batch "{1}" in Partner Center.',
      name,
      plainText(record.batch.id),
    );
  }
  if (record.account.cloud === 'emulator') {
    return devices === 1
      ? vscode.l10n.t('The emulator accepted 1 device for {0}. Nothing is registered.', name)
      : vscode.l10n.t('The emulator accepted {0} devices for {1}. Nothing is registered.', devices, name);
  }
  return devices === 1
    ? vscode.l10n.t('Partner Center accepted 1 device for {0}.', name)
    : vscode.l10n.t('Partner Center accepted {0} devices for {1}.', devices, name);
}

/** What to say while it is not known whether some parts of an upload arrived. */
export function unknownWords({ record, isRunning, blockage }: UploadView, parts: readonly number[]): string {
  const devices = parts.reduce((sum, part) => sum + (record.parts[part]?.count ?? 0), 0);
  if (isRunning) {
    return vscode.l10n.t(
      'The answer got lost, so it is not known whether {0} devices were accepted. The batch is looked at for half an hour. Sending again is safe: devices that are there already are reported as registered.',
      devices,
    );
  }
  return blockage === undefined
    ? vscode.l10n.t(
        'It is still not known whether {0} devices were accepted: the batch does not show them. Sending again is safe: devices that are there already are reported as registered.',
        devices,
      )
    : vscode.l10n.t(
        'It is not known whether {0} devices were accepted, and the batch cannot be looked at. {1}',
        devices,
        apiFailureWords(blockage.failure).sentence,
      );
}

/** Whether anything reached the service, or may have. */
export function wasSent({ parts }: UploadRecord): boolean {
  return parts.some(({ is }) => is !== 'planned' && is !== 'cancelled');
}

function hasLink(part: Part): boolean {
  return part.is === 'accepted' && part.job.is !== 'untracked';
}

function countOf({ parts }: UploadRecord, wanted: (part: Part) => boolean): number {
  return parts.filter(wanted).reduce((sum, part) => sum + part.count, 0);
}
