import * as vscode from 'vscode';

import type { PartnerCenterClient } from '../../api/partnerCenterClient.ts';
import type { Sha256 } from '../../core/sha256.ts';
import { type DeviceIdentity, identityOf } from '../../core/upload/deviceIdentity.ts';
import { type UploadPlan, planUpload } from '../../core/upload/plan.ts';
import { presenceOf } from '../../core/upload/presence.ts';
import type { Accounts, Ground, SignInRequest } from '../../platform/account.ts';
import { signalOf } from '../../platform/cancellation.ts';
import type { CheckText } from '../../platform/checkText.ts';
import { readMaxDevicesPerRequest } from '../../platform/settings.ts';
import { signInWithAdvice } from '../../platform/signInWithAdvice.ts';
import { earlierUploadsOf, sentElsewhere } from '../../uploads/earlierUploads.ts';
import { manifestDigest } from '../../uploads/manifestDigest.ts';
import type { FrozenAccount, RecordedCustomer } from '../../uploads/uploadRecord.ts';
import type { UploadOrder } from '../../uploads/uploads.ts';
import { type UploadQuestion, confirmOtherCustomers, confirmUpload } from './confirmUpload.ts';
import { type PassedManifest, passGate } from './passGate.ts';
import { type ResolvedCustomer, resolveCustomer } from './resolveCustomer.ts';
import { type RunUploadDeps, runUpload } from './runUpload.ts';
import { savedManifest } from './savedManifest.ts';

/** What an upload takes. */
export interface UploadDeps extends RunUploadDeps {
  readonly accounts: Accounts;
  readonly connect: (account: FrozenAccount, ground: Ground) => PartnerCenterClient;
  /** Where to sign in, by the settings or the emulator of this window. */
  readonly signInTarget: () => Omit<SignInRequest, 'insists'>;
  readonly checkText: CheckText;
  readonly sha256: Sha256;
}

/** How many customers are offered before anything is typed. */
const mostRecent = 10;

/**
 * Uploads the manifest at `uri`: gate, sign-in, customer, batches, one question, and then the devices.
 *
 * @throws {vscode.CancellationError} when the user stops it before anything is sent, or what stops it was said already.
 */
export async function uploadManifest(uri: vscode.Uri, deps: UploadDeps): Promise<void> {
  const document = await savedManifest(uri);
  const manifest = await passGate(document, deps.checkText);
  const prepared = await withProgress(vscode.l10n.t('Preparing the upload'), signal => prepare(manifest, deps, signal));
  const { question, order } = prepared;
  await confirmUpload(question);
  await confirmOtherCustomers(prepared.sentElsewhere, question.customer.companyName ?? question.customer.id);
  await runUpload(order, deps);
}

interface Prepared {
  readonly question: UploadQuestion;
  readonly order: UploadOrder;
  readonly sentElsewhere: ReturnType<typeof sentElsewhere>;
}

async function prepare(manifest: PassedManifest, deps: UploadDeps, signal: AbortSignal): Promise<Prepared> {
  const { batch, check, document, text } = manifest;
  const target = deps.signInTarget();
  const account = await signInWithAdvice(deps.accounts, target, 'if-needed', signal);
  const client = deps.connect(account, 'foreground');
  const records = deps.uploads.all().map(({ record }) => record);
  const recent = recentCustomers(records.map(({ customer }) => customer));
  const customer = await resolveCustomer(batch, document.uri, { client, recent }, signal);
  const limits = { maxDevicesPerRequest: readMaxDevicesPerRequest(document.uri) };
  const plan = planUpload(batch, await client.batches(customer.id, signal), limits);
  const identities = check.manifest.devices.map((device, index) =>
    identityOf(batch.devices[index] ?? {}, check.hashOf(device)),
  );
  const digest = manifestDigest(text, deps.sha256);
  const same = { digest, customerId: customer.id, batchId: batch.batchId };
  return {
    question: {
      customer,
      account,
      cloud: target.cloud,
      plan,
      devices: batch.devices.length,
      listed: await listedAlready(plan, identities, { client, customer }, signal),
      warnings: manifest.warnings,
      earlier: earlierUploadsOf(records, same)[0],
    },
    order: {
      manifest: { uri: document.uri.toString(), digest },
      customer: recorded(customer),
      account,
      plan,
      devices: batch.devices,
    },
    sentElsewhere: sentElsewhere(records, identities, customer.id),
  };
}

async function listedAlready(
  { batch }: UploadPlan,
  identities: readonly DeviceIdentity[],
  { client, customer }: { readonly client: PartnerCenterClient; readonly customer: ResolvedCustomer },
  signal: AbortSignal,
): Promise<UploadQuestion['listed']> {
  if (batch.is === 'create') {
    return { already: 0, untold: 0 };
  }
  const presences = presenceOf(identities, await client.batchDevices(customer.id, batch.existing.id, signal));
  return {
    already: presences.filter(presence => presence === 'listed').length,
    untold: presences.filter(presence => presence === 'untold').length,
  };
}

function recorded({ id, companyName, domain }: ResolvedCustomer): RecordedCustomer {
  return { id, companyName, domain };
}

/** Each customer once, the latest first. */
function recentCustomers(customers: readonly RecordedCustomer[]): readonly RecordedCustomer[] {
  const latest = new Map<string, RecordedCustomer>();
  for (const customer of customers) {
    if (!latest.has(customer.id)) {
      latest.set(customer.id, customer);
    }
  }
  return [...latest.values()].slice(0, mostRecent);
}

/** @throws {vscode.CancellationError} when the user cancels. */
async function withProgress<T>(title: string, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, (_progress, token) =>
    task(signalOf(token)),
  );
}
