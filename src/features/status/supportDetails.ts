import { ApiError, type ApiFailure, type ExchangeIds } from '../../api/apiError.ts';
import { statusLink, type JobAddress } from '../../api/statusLink.ts';
import { plainText } from '../../platform/plainText.ts';
import { redact } from '../../platform/redact.ts';
import type { FrozenAccount, Part } from '../../uploads/uploadRecord.ts';
import type { UploadView } from '../../uploads/uploads.ts';
import { deviceStandings } from './deviceStandings.ts';
import { linkOf, trackingIdOf } from './uploadContent.ts';

/** What the service's support asks for: ids, times and addresses, in English. No device, no account, nothing secret. */
export function uploadSupportDetails({ record, phase, blockage }: UploadView, product: string): string {
  const { account, customer, batch, createdAt, parts } = record;
  const counts = Map.groupBy(deviceStandings(record), ({ status }) => status);
  return textOf([
    product,
    `Partner Center: ${account.base} (${account.cloud})`,
    `Customer: ${customer.id}`,
    `Batch: ${plainText(batch.id)} (${batch.is})`,
    `Upload: ${record.id}, ${timeOf(createdAt)}, ${phase.is}`,
    `Devices: ${[...counts].map(([status, { length }]) => `${length} ${status}`).join(', ')}`,
    ...parts.flatMap((part, index) => [
      `Part ${index + 1} of ${parts.length}:`,
      ...partLines(part, linkOf(record, part)),
    ]),
    ...(phase.is === 'paused' && phase.stop.because === 'failure'
      ? failureLines(phase.stop.failure, phase.stop.ids)
      : []),
    ...(blockage === undefined ? [] : failureLines(blockage.failure, blockage.ids)),
  ]);
}

export interface JobSupport {
  readonly job: JobAddress;
  /** `undefined` before anything was asked. */
  readonly account: FrozenAccount | undefined;
  readonly ids: ExchangeIds | undefined;
  readonly error: unknown;
}

export function jobSupportDetails({ job, account, ids, error }: JobSupport, product: string): string {
  return textOf([
    product,
    ...(account === undefined ? [] : [`Partner Center: ${account.base} (${account.cloud})`]),
    `Customer: ${job.customerId}`,
    `Tracking id: ${job.trackingId}`,
    ...(account === undefined ? [] : [`Status: ${statusLink(new URL(account.base), job)}`]),
    ...(ids === undefined ? [] : idLines(ids)),
    ...(error instanceof ApiError ? failureLines(error.failure, error.ids) : []),
  ]);
}

function partLines(part: Part, link: string | undefined): readonly string[] {
  const job = part.is === 'accepted' ? part.job : undefined;
  const outcome = job !== undefined && job.is !== 'untracked' ? job.outcome : undefined;
  const lines = [
    `Devices: ${part.first + 1} to ${part.first + part.count}`,
    `State: ${[part.is, job?.is, job !== undefined && 'because' in job && job.because].filter(Boolean).join(', ')}`,
    'requestId' in part && part.requestId !== undefined && `MS-RequestId: ${part.requestId}`,
    'sentAt' in part && `Sent: ${timeOf(part.sentAt)}`,
    part.is === 'accepted' && `Accepted: ${timeOf(part.acceptedAt)}`,
    trackingIdOf(part) !== undefined && `Tracking id: ${trackingIdOf(part)}`,
    link !== undefined && `Status: ${link}`,
    outcome !== undefined && `Job: ${outcome.state}`,
    outcome?.startedAt !== undefined && `Started: ${timeOf(outcome.startedAt)}`,
    outcome?.completedAt !== undefined && `Completed: ${timeOf(outcome.completedAt)}`,
  ];
  return lines.filter(line => line !== false).map(line => `  ${line}`);
}

function failureLines(failure: ApiFailure, ids: ExchangeIds | undefined): readonly string[] {
  const answer = 'answer' in failure ? failure.answer : 'because' in failure ? failure.because : undefined;
  const said = answer?.is === 'answer' ? [answer.status, answer.code, answer.text, ...answer.details] : [answer?.fault];
  const fault = 'fault' in failure ? failure.fault : undefined;
  return [
    `Failure: ${[failure.reason, fault, ...said].filter(Boolean).map(String).map(plainText).join(', ')}`,
    ...(ids === undefined ? [] : idLines(ids)),
  ];
}

function idLines({ requestId, correlationId, received = {} }: ExchangeIds): readonly string[] {
  const lines = [
    ['MS-RequestId sent', requestId],
    ['MS-CorrelationId sent', correlationId],
    ['MS-RequestId received', received.requestId],
    ['MS-CorrelationId received', received.correlationId],
    ['MS-CV received', received.vector],
    ['MS-ServerId received', received.serverId],
    ['Date received', received.date],
  ] as const;
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name}: ${plainText(value)}`]));
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}

function textOf(lines: readonly string[]): string {
  return redact(`${lines.join('\n')}\n`);
}
