import * as vscode from 'vscode';

import { takeSteps } from './takeSteps.ts';
import { signalOf } from '../../platform/cancellation.ts';
import { earlierUploadsOf, sentElsewhere } from '../../uploads/earlierUploads.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import type { UploadOrder, Uploads } from '../../uploads/uploads.ts';
import { type AskDeps, askPartnerCenter } from './askPartnerCenter.ts';
import { type CustomerChoice, chooseCustomer } from './chooseCustomer.ts';
import { type UploadQuestion, confirmOtherCustomers, confirmUpload } from './confirmUpload.ts';
import { type GateDeps, type PassedManifest, passGate } from './passGate.ts';
import { type RunUploadDeps, runUpload, tellBusy } from './runUpload.ts';
import { savedManifest } from './savedManifest.ts';

/** What an upload takes. */
export interface UploadDeps extends AskDeps, GateDeps, RunUploadDeps {
  /** SHA-256 of a manifest's text, in hexadecimal. */
  readonly digest: (text: string) => Promise<string>;
}

/**
 * Uploads the manifest at `uri`: gate, sign-in, customer, batches, one question, and then the devices.
 *
 * @throws {vscode.CancellationError} when the user stops it before anything is sent, or what stops it was said already.
 */
export async function uploadManifest(uri: vscode.Uri, deps: UploadDeps): Promise<void> {
  const source = await savedManifest(uri);
  const running = runningUpload(deps.uploads, source.uri);
  if (running !== undefined) {
    await tellBusy(running);
    return;
  }
  const manifest = await passGate(source, deps);
  const choice = await chooseCustomer(manifest);
  const { question, order, elsewhere } = await prepareWithProgress(manifest, choice, deps);
  await confirmUpload(question);
  await confirmOtherCustomers(elsewhere, question);
  await runUpload(order, deps);
}

/** An upload of the manifest that this window is at; `uploads.start` knows of other windows' too. */
function runningUpload(uploads: Uploads, uri: vscode.Uri): UploadRecord | undefined {
  return uploads
    .all()
    .find(
      ({ record, phase, isRunning }) =>
        isRunning && (phase.is === 'sending' || phase.is === 'unknown') && record.manifest.uri === uri.toString(),
    )?.record;
}

interface Prepared {
  readonly question: UploadQuestion;
  readonly order: UploadOrder;
  /** The serial numbers that were sent to another customer, each with the upload that did. */
  readonly elsewhere: ReadonlyMap<string, UploadRecord>;
}

async function prepareWithProgress(
  manifest: PassedManifest,
  choice: CustomerChoice,
  deps: UploadDeps,
): Promise<Prepared> {
  const location = vscode.ProgressLocation.Notification;
  const title =
    deps.place().cloud.name === 'emulator'
      ? vscode.l10n.t('Preparing the upload to the emulator')
      : vscode.l10n.t('Preparing the upload');
  return vscode.window.withProgress({ location, title, cancellable: true }, (_progress, token) =>
    prepare(manifest, choice, deps, signalOf(token)),
  );
}

async function prepare(
  manifest: PassedManifest,
  choice: CustomerChoice,
  deps: UploadDeps,
  signal: AbortSignal,
): Promise<Prepared> {
  const { batch, source, text, warnings } = manifest;
  const asked = await askPartnerCenter(manifest, choice, deps, signal);
  const { account, cloud, customer, plan, records, identities } = asked;
  const digest = await deps.digest(text);
  signal.throwIfAborted();
  const elsewhere = await takeSteps(sentElsewhere(records, identities, customer.id), signal);
  const same = { digest, customerId: customer.id, batchId: batch.batchId };
  return {
    question: {
      ...asked,
      devices: batch.devices.length,
      warnings,
      earlier: earlierUploadsOf(records, same)[0],
      isFirstInCloud: !records.some(record => record.account.cloud === cloud.name),
    },
    order: {
      manifest: { uri: source.uri.toString(), digest },
      customer: { id: customer.id, companyName: customer.companyName, domain: customer.domain },
      account,
      plan,
      devices: batch.devices,
      identities,
    },
    elsewhere,
  };
}
