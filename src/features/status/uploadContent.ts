import * as vscode from 'vscode';

import { statusLink } from '../../api/statusLink.ts';
import { plainText } from '../../platform/plainText.ts';
import { isUnfinished } from '../../uploads/uploadPhase.ts';
import type { Job, Part, UploadRecord } from '../../uploads/uploadRecord.ts';
import type { UploadView } from '../../uploads/uploads.ts';
import type { Fact, PageAction, PartRow, StatusContent } from '../../webview/protocol.ts';
import { type DeviceStanding, deviceStandings } from './deviceStandings.ts';
import { deviceRows } from './deviceRows.ts';
import { fileNameOf } from './fileNameOf.ts';
import { headlineOf, moodOf } from './headline.ts';
import { partWords, resultSummary } from './partWords.ts';
import { uploadNotices } from './uploadNotices.ts';

/** What a page knows beside the upload itself. */
export interface Beside {
  /** By the device's place in the manifest; `undefined` where the manifest is not at hand as it was uploaded. */
  readonly models: readonly (string | undefined)[] | undefined;
  /** When the service answered last, in milliseconds since 1970; `undefined` if that was not seen. */
  readonly lookedAt: number | undefined;
}

/** What the page of an upload shows. */
export function uploadContent(view: UploadView, { models, lookedAt }: Beside): StatusContent {
  const { record } = view;
  const results = deviceStandings(record);
  const standing = { statuses: results.map(({ status }) => status), running: isUnfinished(record) };
  return {
    is: 'status',
    title: plainText(record.batch.id),
    headline: headlineOf(standing),
    mood: moodOf(standing),
    facts: [...factsOf(record), ...timeFact(vscode.l10n.t('Last answer'), lookedAt)],
    details: detailsOf(record),
    notices: uploadNotices(view),
    parts: record.parts.length > 1 ? record.parts.map(part => partRow(part, record, results)) : [],
    ...deviceRows(
      results.map((result, index) => {
        const { serialNumber, hashSerialNumber } = record.devices[index] ?? {};
        return { ...result, serial: serialNumber ?? hashSerialNumber, model: models?.[index] };
      }),
    ),
    actions: actionsOf(record, results),
  };
}

/** The tracking id of a part's job; `undefined` where there is none. */
export function trackingIdOf(part: Part | undefined): string | undefined {
  return part?.is === 'accepted' && part.job.is !== 'untracked' ? part.job.trackingId : undefined;
}

/** The status link of a part's job; `undefined` where there is none. */
export function linkOf({ account, customer }: UploadRecord, part: Part | undefined): string | undefined {
  const trackingId = trackingIdOf(part);
  return trackingId === undefined
    ? undefined
    : statusLink(new URL(account.base), { customerId: customer.id, trackingId });
}

function factsOf({ customer, createdAt, account, manifest }: UploadRecord): readonly Fact[] {
  return [
    customerFact(customer),
    { label: vscode.l10n.t('Uploaded'), is: 'time', at: createdAt },
    ...(account.label === undefined ? [] : [text(vscode.l10n.t('Account'), plainText(account.label))]),
    { label: vscode.l10n.t('Manifest'), is: 'manifest', text: plainText(fileNameOf(manifest.uri)) },
  ];
}

function customerFact({ id, companyName, domain }: UploadRecord['customer']): Fact {
  const label = vscode.l10n.t('Customer');
  const name = [companyName, domain && `(${domain})`].filter(Boolean).join(' ');
  return name === '' ? { label, is: 'code', text: id } : text(label, plainText(name));
}

function detailsOf(record: UploadRecord): readonly Fact[] {
  const { customer, batch, account, parts } = record;
  const [single] = parts.length === 1 ? parts : [];
  return [
    { label: vscode.l10n.t('Customer ID'), is: 'code', text: customer.id },
    text(vscode.l10n.t('Batch'), batchWords(batch.is)),
    { label: 'Partner Center', is: 'code', text: account.base },
    ...(single === undefined ? [] : jobFacts(record, single)),
  ];
}

function jobFacts(record: UploadRecord, part: Part): readonly Fact[] {
  const link = linkOf(record, part);
  const outcome = part.is === 'accepted' && part.job.is !== 'untracked' ? part.job.outcome : undefined;
  return [
    text(vscode.l10n.t('State'), partWords(part)),
    ...timeFact(vscode.l10n.t('Started'), outcome?.startedAt),
    ...timeFact(vscode.l10n.t('Completed'), outcome?.completedAt),
    ...(link === undefined ? [] : [{ label: vscode.l10n.t('Status link'), is: 'link', text: link } as const]),
  ];
}

/** Empty for a time that is not known. */
export function timeFact(label: string, at: number | undefined): readonly Fact[] {
  return at === undefined ? [] : [{ label, is: 'time', at }];
}

function text(label: string, words: string): Fact {
  return { label, is: 'text', text: words };
}

function batchWords(is: UploadRecord['batch']['is']): string {
  switch (is) {
    case 'to-create':
      return vscode.l10n.t('To be created');
    case 'created':
      return vscode.l10n.t('Created by this upload');
    case 'existing':
      return vscode.l10n.t('Was there before');
  }
}

function partRow(part: Part, record: UploadRecord, results: readonly DeviceStanding[]): PartRow {
  const link = linkOf(record, part);
  const row = {
    devices: vscode.l10n.t('{0} to {1}', part.first + 1, part.first + part.count),
    state: partWords(part),
    result: resultSummary(results.slice(part.first, part.first + part.count).map(({ status }) => status)),
  };
  return link === undefined ? row : { ...row, link };
}

function actionsOf(record: UploadRecord, results: readonly DeviceStanding[]): readonly PageAction[] {
  const { parts } = record;
  const mayChange = isUnfinished(record) || parts.some(part => part.is === 'accepted' && isUnwatched(part.job));
  return [
    ...(mayChange ? (['refresh'] as const) : []),
    'open-manifest',
    ...(results.some(({ status }) => status === 'failed') ? (['retry-failed'] as const) : []),
    ...(parts.length === 1 && trackingIdOf(parts[0]) !== undefined ? (['show-answer'] as const) : []),
    'copy-support-details',
  ];
}

function isUnwatched({ is }: Job): boolean {
  return is === 'unwatched';
}
