import type * as vscode from 'vscode';

import { ApiError } from '../../api/apiError.ts';
import { statusLink } from '../../api/statusLink.ts';
import type { Log } from '../../platform/log.ts';
import { plainText } from '../../platform/plainText.ts';
import { apiFailureWords } from '../../platform/words/failures.ts';
import type { UploadEvent } from '../../uploads/uploadEvent.ts';
import type { Job, UploadRecord } from '../../uploads/uploadRecord.ts';
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
    case 'batch-read':
      logSending(event.part, record, log);
      return;
    case 'attempted':
      log.info(`Sending ${partOf(record, event.part)} once more, MS-RequestId ${event.requestId}`);
      return;
    case 'accepted':
      logAcceptance(event.part, record, log);
      log.show();
      return;
    case 'failed':
    case 'outcome-lost':
      log.failure(
        `Uploading ${partOf(record, event.part)} to ${customerOf(record)}`,
        new ApiError(event.failure, event.ids),
        apiFailureWords(event.failure),
      );
      log.show();
      return;
    case 'looked':
      logLook(event.part, event.reading.listed, record, log);
      return;
    case 'job-missing':
      log.warn(`${serviceOf(record)} knows no job for ${partOf(record, event.part)}`);
      return;
    case 'reported':
      log.debug(`The job of ${partOf(record, event.part)} is ${plainText(event.report.status ?? 'without a status')}`);
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
    case 'taken-up':
      log.info(`The upload of batch ${batchOf(record)} to ${customerOf(record)}: ${event.is}`);
      return;
  }
}

/** The reading that comes before a part decides whether it is sent. */
function logSending(index: number, record: UploadRecord, log: Log): void {
  const part = record.parts[index];
  if (part?.is === 'sending') {
    log.info(`Sending ${partOf(record, index)} to ${customerOf(record)}, MS-RequestId ${part.requestId}`);
  } else {
    log.info(`Read the batch before ${partOf(record, index)}, which is not sent yet`);
  }
}

function logLook(index: number, listed: number, record: UploadRecord, log: Log): void {
  const part = record.parts[index];
  const found = `the batch lists ${listed} of its devices`;
  log.info(
    part?.is === 'accepted'
      ? `Found ${partOf(record, index)}, so it was accepted: ${found}`
      : `Looked for ${partOf(record, index)}: ${found}`,
  );
}

function logAcceptance(index: number, record: UploadRecord, log: Log): void {
  const part = record.parts[index];
  log.info(`${serviceOf(record)} accepted ${partOf(record, index)} for ${customerOf(record)}`);
  if (part?.is === 'accepted') {
    logJob(part.job, record, log);
  }
}

function logJob(job: Job, record: UploadRecord, log: Log): void {
  if (job.is === 'untracked') {
    const why = job.because === 'other-customer' ? 'the one it gave is of another customer' : 'it gave none';
    log.warn(`There is no link to the status, as ${why}. Look for the batch ${batchOf(record)} in Partner Center.`);
    return;
  }
  log.status(statusLink(new URL(record.account.base), { customerId: record.customer.id, trackingId: job.trackingId }));
}

function partOf(record: UploadRecord, index: number): string {
  const { count = 0 } = record.parts[index] ?? {};
  const devices = count === 1 ? '1 device' : `${count} devices`;
  return `part ${index + 1} of ${record.parts.length} (${devices}, batch ${batchOf(record)})`;
}

function batchOf({ batch }: UploadRecord): string {
  return plainText(batch.id);
}

function customerOf({ customer }: UploadRecord): string {
  return customer.companyName === undefined ? customer.id : `${plainText(customer.companyName)} (${customer.id})`;
}

function serviceOf({ account }: UploadRecord): string {
  return account.cloud === 'emulator' ? 'The emulator, which registers nothing,' : 'Partner Center';
}
