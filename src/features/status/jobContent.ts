import * as vscode from 'vscode';

import { ApiError } from '../../api/apiError.ts';
import type { JobStatus } from '../../api/partnerCenterClient.ts';
import { type JobAddress, statusLink } from '../../api/statusLink.ts';
import type { JobReport } from '../../core/upload/jobReport.ts';
import { type DeviceVerdict, verdictOf } from '../../core/upload/outcome.ts';
import { hasEnded, uploadStateOf } from '../../core/upload/uploadState.ts';
import { plainText } from '../../platform/plainText.ts';
import { failureWords } from '../../platform/words/failures.ts';
import type { FrozenAccount } from '../../uploads/uploadRecord.ts';
import type { Fact, Notice, PageContent, StatusContent } from '../../webview/protocol.ts';
import { type DeviceStanding, verdictStanding } from './deviceStandings.ts';
import { type ShownDevice, deviceRows } from './deviceRows.ts';
import { headlineOf, moodOf } from './headline.ts';
import { stateWords } from './partWords.ts';
import { timeFact } from './uploadContent.ts';
import { emulatorNotices } from './uploadNotices.ts';

/** What is known of a job that is in no record. */
export type JobState =
  | { readonly is: 'unasked' }
  | { readonly is: 'asking' }
  | { readonly is: 'failed'; readonly error: unknown }
  | (JobReading & { readonly is: 'read' });

export interface JobReading {
  readonly account: FrozenAccount;
  readonly status: JobStatus;
  /** When that was the answer, in milliseconds since 1970. */
  readonly lookedAt: number;
  /** Why a later look failed; `undefined` if none did since. */
  readonly trouble: unknown;
}

/** What the page of a job shows that is known by its two ids only. */
export function jobContent(job: JobAddress, state: JobState): PageContent {
  const heading = { title: vscode.l10n.t('Status of an upload'), facts: idFacts(job), actions: [] };
  switch (state.is) {
    case 'unasked':
      return { ...heading, is: 'unasked' };
    case 'asking':
      return { ...heading, is: 'loading' };
    case 'failed':
      return { ...heading, is: 'failed', actions: ['copy-support-details'], notice: failureNotice(state.error) };
    case 'read':
      return { title: heading.title, ...reportContent(job, state) };
  }
}

/** Whether answers may still come. */
export function isRunning({ status }: JobReading): boolean {
  return !hasEnded(uploadStateOf(status.report.status));
}

function reportContent(job: JobAddress, reading: JobReading): Omit<StatusContent, 'title'> {
  const { account, status, lookedAt, trouble } = reading;
  const { report } = status;
  const running = isRunning(reading);
  const devices = devicesOf(report, running);
  const standing = { statuses: devices.map(device => device.status), running };
  return {
    is: 'status',
    headline: headlineOf(standing),
    mood: moodOf(standing),
    facts: [
      ...idFacts(job),
      { label: vscode.l10n.t('State'), is: 'text', text: jobStateWords(report) },
      ...timeFact(vscode.l10n.t('Started'), report.startedAt),
      ...timeFact(vscode.l10n.t('Completed'), report.completedAt),
      ...timeFact(vscode.l10n.t('Last answer'), lookedAt),
    ],
    details: [
      { label: 'Partner Center', is: 'code', text: account.base },
      { label: vscode.l10n.t('Status link'), is: 'link', text: statusLink(new URL(account.base), job) },
    ],
    notices: [
      ...emulatorNotices(account.cloud),
      ...(trouble === undefined ? [] : [failureNotice(trouble)]),
      {
        kind: 'information',
        text: vscode.l10n.t('This computer did not make the upload, so the devices are listed as Partner Center does.'),
        lines: [],
      },
    ],
    parts: [],
    ...deviceRows(devices),
    actions: ['refresh', 'show-answer', 'copy-support-details'],
  };
}

function idFacts({ customerId, trackingId }: JobAddress): readonly Fact[] {
  return [
    { label: vscode.l10n.t('Customer ID'), is: 'code', text: customerId },
    { label: vscode.l10n.t('Tracking ID'), is: 'code', text: trackingId },
  ];
}

/** Our word for the state, with the service's where that is another. */
function jobStateWords({ status }: JobReport): string {
  const words = stateWords(uploadStateOf(status));
  return status === undefined ? words : `${words} (${plainText(status)})`;
}

function devicesOf({ devices }: JobReport, running: boolean): readonly ShownDevice[] {
  return devices.map(answer => ({
    ...resultOf(verdictOf(answer), running),
    serial: answer.serialNumber,
    model: undefined,
  }));
}

function resultOf(verdict: DeviceVerdict | undefined, running: boolean): DeviceStanding {
  if (verdict !== undefined) {
    return verdictStanding(verdict, false);
  }
  return running
    ? { status: 'waiting', byPosition: false }
    : { status: 'unanswered', byPosition: false, why: { is: 'undecided' } };
}

function failureNotice(error: unknown): Notice {
  const action = { does: 'refresh', label: vscode.l10n.t('Look Again') } as const;
  if (ApiError.is(error, 'not-found')) {
    const text = vscode.l10n.t('Partner Center knows no such job, or knows it no longer.');
    return { kind: 'error', text, lines: [vscode.l10n.t('How long it keeps jobs is not documented.')], action };
  }
  const { sentence, explanation, nextStep } = failureWords(error);
  const lines = [explanation, nextStep].filter(line => line !== undefined);
  return { kind: 'error', text: sentence, lines, action };
}
