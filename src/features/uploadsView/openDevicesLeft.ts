import * as vscode from 'vscode';

import { deviceExcerptText } from '../../core/manifest/deviceExcerpt.ts';
import { manifestDigest } from '../../platform/manifestDigest.ts';
import type { CheckedManifest } from '../../platform/openManifests.ts';
import { plainText } from '../../platform/plainText.ts';
import { untitledManifestUri } from '../../platform/untitledManifest.ts';
import { customerName } from '../../platform/words/customerName.ts';
import { deviceResultWords } from '../../platform/words/deviceResults.ts';
import {
  type DeviceLeft,
  failedDevicesOf,
  findDevicesLeft,
  type FoundDevices,
  unsentDevicesOf,
} from '../../uploads/devicesLeft.ts';
import { presentManifestOf } from '../../uploads/presentManifest.ts';
import { uploadCountsOf } from '../../uploads/uploadCounts.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import type { Uploads } from '../../uploads/uploads.ts';

/** What taking devices over into a new manifest takes. */
export interface DevicesLeftDeps {
  readonly uploads: Pick<Uploads, 'all'>;
  /** Opens the manifest that an upload was made from, as it is now; `undefined` if there is none any more. */
  readonly openManifest: (record: UploadRecord) => Promise<CheckedManifest | undefined>;
}

/**
 * Opens a new manifest with the devices of an upload that failed, for the same customer and batch; what went wrong stands
 * above each of them. What cannot be done is said.
 */
export async function openFailedDevices(record: UploadRecord, deps: DevicesLeftDeps): Promise<void> {
  const records = deps.uploads.all().map(view => view.record);
  const left = failedDevicesOf(record, records);
  if (left.length === 0) {
    const words =
      uploadCountsOf(record).failed === 0
        ? vscode.l10n.t('No device of this upload failed.')
        : vscode.l10n.t('All devices of this upload that failed have been registered since.');
    void vscode.window.showInformationMessage(words);
    return;
  }
  const heading = vscode.l10n.t(
    'The devices of batch "{0}" that failed when they were uploaded for {1}. Mend or remove them, then upload: they are added to the same batch.',
    plainText(record.batch.id),
    customerName(record.customer),
  );
  await openDevicesLeft(record, left, [heading, ...unmatchedWords(record)], deps);
}

/** The same with the devices that were not sent. */
export async function openUnsentDevices(record: UploadRecord, deps: DevicesLeftDeps): Promise<void> {
  const left = unsentDevicesOf(record);
  if (left.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('All devices of this upload were sent.'));
    return;
  }
  const heading = vscode.l10n.t(
    'The devices of batch "{0}" for {1} that were not sent.',
    plainText(record.batch.id),
    customerName(record.customer),
  );
  await openDevicesLeft(record, left, [heading], deps);
}

async function openDevicesLeft(
  record: UploadRecord,
  left: readonly DeviceLeft[],
  comments: readonly string[],
  { openManifest }: DevicesLeftDeps,
): Promise<void> {
  const checked = await openManifest(record);
  if (checked === undefined) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('The manifest that these devices were uploaded from cannot be opened: {0}', placeOf(record)),
    );
    return;
  }
  const digest = await manifestDigest(checked.manifest.text);
  const located = findDevicesLeft(record, left, presentManifestOf(record.manifest.uri, checked, digest));
  if (located.found.length > 0) {
    await showNew(record.batch.id, excerptOf(record, located, comments, checked));
  }
  tellMissing(located, left.length, placeOf(record));
}

function excerptOf(
  { customer, batch }: UploadRecord,
  { found }: FoundDevices,
  comments: readonly string[],
  { manifest }: CheckedManifest,
): string {
  const devices = found.flatMap(({ position, failure }) => {
    const span = manifest.devices[position]?.span;
    const words = failure === undefined ? [] : [deviceResultWords(failure.verdict, failure.matchedBy)];
    return span === undefined ? [] : [{ span, comments: words }];
  });
  return deviceExcerptText(manifest, { comments, customerId: customer.id, batchId: batch.id, devices });
}

/** Answers that are about some device, but nobody can say which. */
function unmatchedWords({ parts }: UploadRecord): readonly string[] {
  const unmatched = parts
    .flatMap(part => (part.is === 'accepted' && part.job.is !== 'untracked' ? (part.job.outcome?.unmatched ?? []) : []))
    .filter(({ verdict }) => verdict.is === 'failed').length;
  return unmatched === 0
    ? []
    : [vscode.l10n.t('Of {0} more that failed it is not known which they are. The status page shows them.', unmatched)];
}

async function showNew(batchId: string, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(await untitledManifestUri(batchId));
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
}

function tellMissing({ found, missing }: FoundDevices, all: number, name: string): void {
  if (found.length === 0) {
    const words = vscode.l10n.t('None of these {0} devices is in {1} any more, or not for certain.', all, name);
    void vscode.window.showWarningMessage(words);
  } else if (missing > 0) {
    const words = vscode.l10n.t('{0} of {1} devices are not in {2} any more, or not for certain.', missing, all, name);
    void vscode.window.showWarningMessage(words);
  }
}

function placeOf({ manifest }: UploadRecord): string {
  return plainText(vscode.workspace.asRelativePath(vscode.Uri.parse(manifest.uri)));
}
