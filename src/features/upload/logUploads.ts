import type * as vscode from 'vscode';

import { ApiError } from '../../api/apiError.ts';
import { statusLink } from '../../api/statusLink.ts';
import type { Log } from '../../platform/log.ts';
import { plainText } from '../../platform/plainText.ts';
import { apiFailureWords } from '../../platform/words/failures.ts';
import type { UploadEvent } from '../../uploads/uploadEvent.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import type { UploadChange } from '../../uploads/uploads.ts';

/** Writes to the output panel what happens to uploads, above all the link to the status of what was accepted. */
export function logUploads(onDidChange: vscode.Event<UploadChange>, log: Log): vscode.Disposable {
  return onDidChange(({ view, event }) => {
    if (view !== undefined && event !== undefined) {
      logEvent(event, view.record, log);
    }
  });
}

function logEvent(event: UploadEvent, record: UploadRecord, log: Log): void {
  switch (event.is) {
    case 'attempted':
      log.info(`Sending ${partOf(record, event.part)} to ${customerOf(record)}, MS-RequestId ${event.requestId}`);
      return;
    case 'accepted':
      logAcceptance(event.part, record, log);
      log.show();
      return;
    case 'failed':
    case 'outcome-lost':
      log.failure(partOf(record, event.part), new ApiError(event.failure, event.ids), apiFailureWords(event.failure));
      log.show();
      return;
    case 'looked':
      log.info(`Looked for ${partOf(record, event.part)}: the batch lists ${event.reading.listed} of its devices`);
      return;
    case 'job-missing':
      log.warn(`Partner Center knows no such job for ${partOf(record, event.part)}`);
      return;
    case 'reported':
      log.debug(`${partOf(record, event.part)}: the job is ${plainText(event.report.status ?? 'without a status')}`);
      return;
    case 'put-off':
    case 'batch-missing':
    case 'manifest-changed':
    case 'cancelled':
    case 'resumed':
    case 'halved':
    case 'decided':
    case 'watched-enough':
    case 'watch-resumed':
      log.info(`The upload to ${customerOf(record)}: ${event.is}`);
      return;
    case 'taken-up':
    case 'batch-read':
      return;
  }
}

function logAcceptance(index: number, record: UploadRecord, log: Log): void {
  const part = record.parts[index];
  log.info(`Partner Center accepted ${partOf(record, index)} for ${customerOf(record)}`);
  if (part?.is !== 'accepted') {
    return;
  }
  if (part.job.is === 'untracked') {
    log.warn(`There is no link to its status: ${part.job.because}. Look for the batch in Partner Center.`);
    return;
  }
  log.status(
    statusLink(new URL(record.account.base), { customerId: record.customer.id, trackingId: part.job.trackingId }),
  );
}

function partOf({ parts, batch }: UploadRecord, index: number): string {
  const { count = 0 } = parts[index] ?? {};
  return `part ${index + 1} of ${parts.length} (${count} devices, batch ${plainText(batch.id)})`;
}

function customerOf({ customer }: UploadRecord): string {
  return customer.companyName === undefined ? customer.id : `${plainText(customer.companyName)} (${customer.id})`;
}
