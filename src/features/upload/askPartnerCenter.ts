import { ApiError } from '../../api/apiError.ts';
import type { Cloud } from '../../api/clouds.ts';
import type { PartnerCenterClient } from '../../api/partnerCenterClient.ts';
import { mapInSteps } from '../../core/mapInSteps.ts';
import { type DeviceIdentity, identityOf } from '../../core/upload/deviceIdentity.ts';
import { type UploadPlan, planUploadInSteps } from '../../core/upload/plan.ts';
import type { Accounts } from '../../platform/account.ts';
import { SignInError } from '../../platform/authErrors.ts';
import { readMaxDevicesPerRequest } from '../../platform/settings.ts';
import type { SignInPlace } from '../../platform/signInPlace.ts';
import { signInWithAdvice } from '../../platform/signInWithAdvice.ts';
import type { Ground } from '../../uploads/uploadPorts.ts';
import type { FrozenAccount, RecordedCustomer, UploadRecord } from '../../uploads/uploadRecord.ts';
import type { Uploads } from '../../uploads/uploads.ts';
import { type BatchPresence, batchPresence } from './batchPresence.ts';
import type { CustomerChoice } from './chooseCustomer.ts';
import type { PassedManifest } from './passGate.ts';
import { pickCustomer } from './pickCustomer.ts';
import { recentCustomers, recordsOf } from './recentCustomers.ts';
import { type ResolvedCustomer, resolveCustomer } from './resolveCustomer.ts';
import { takeSteps } from './takeSteps.ts';

/** What asking takes. */
export interface AskDeps {
  readonly uploads: Uploads;
  readonly accounts: Accounts;
  readonly connect: (account: FrozenAccount, ground: Ground) => PartnerCenterClient;
  /** Where to sign in, by the settings or the emulator of this window. */
  readonly place: () => SignInPlace;
  /** Told when the list of customers could not be read, which the picker shows too. */
  readonly onSearchFailed: (error: unknown) => void;
}

/** What is known of an upload once Partner Center was asked, and nothing was sent yet. */
export interface AskedUpload {
  readonly account: FrozenAccount;
  readonly cloud: Cloud;
  readonly customer: ResolvedCustomer;
  readonly plan: UploadPlan;
  readonly presence: BatchPresence;
  /** In the manifest's order. */
  readonly identities: readonly DeviceIdentity[];
  /** The records of uploads to the same Partner Center, latest first. */
  readonly records: readonly UploadRecord[];
}

/**
 * Signs in, finds the customer, reads its batches, and plans the upload.
 *
 * @throws {ApiError} if the service refuses something, or cannot be asked.
 * @throws {SignInError} if nobody could be signed in, or the emulator of the settings does not run.
 * @throws {vscode.CancellationError} when the user calls it off.
 * @throws the signal's reason when it is aborted.
 */
export async function askPartnerCenter(
  manifest: PassedManifest,
  choice: CustomerChoice,
  deps: AskDeps,
  signal: AbortSignal,
): Promise<AskedUpload> {
  const place = deps.place();
  try {
    return await ask(place, manifest, choice, deps, signal);
  } catch (error) {
    // Neither the network nor a proxy stands between this machine and itself.
    if (place.cloud.name === 'emulator' && ApiError.is(error, 'unreachable')) {
      throw new SignInError({ is: 'emulator-missing' }, { cause: error });
    }
    throw error;
  }
}

async function ask(
  place: SignInPlace,
  manifest: PassedManifest,
  choice: CustomerChoice,
  { uploads, accounts, connect, onSearchFailed }: AskDeps,
  signal: AbortSignal,
): Promise<AskedUpload> {
  const account = await signInWithAdvice(accounts, place, 'if-needed', signal);
  signal.throwIfAborted();
  const client = connect(account, 'foreground');
  const { cloud } = place;
  await uploads.load();
  const records = recordsOf(uploads, account);
  const recent = recentCustomers(records);
  const id = choice.is === 'named' ? choice.id : await pickCustomer({ client, cloud, recent, onSearchFailed }, signal);
  const customer = await resolveCustomer(client, id, signal);
  const batches = await client.batches(customer.id, signal);
  const limits = { maxDevicesPerRequest: readMaxDevicesPerRequest(manifest.source.uri) };
  const plan = await takeSteps(planUploadInSteps(manifest.batch, batches, limits), signal);
  const identities = await takeSteps(identitiesOf(manifest), signal);
  const presence = await presenceIn(plan, customer, identities, client, signal);
  signal.throwIfAborted();
  return { account, cloud, customer, plan, presence, identities, records };
}

/** It takes thousands of hashes: with pauses. */
function identitiesOf({ batch, check }: PassedManifest): Generator<void, readonly DeviceIdentity[]> {
  return mapInSteps(check.manifest.devices, devicesPerStep, device =>
    identityOf(batch.devices[device.index] ?? {}, check.hashOf(device)),
  );
}

async function presenceIn(
  { batch }: UploadPlan,
  { id }: RecordedCustomer,
  devices: readonly DeviceIdentity[],
  client: PartnerCenterClient,
  signal: AbortSignal,
): Promise<BatchPresence> {
  return batch.is === 'create'
    ? { is: 'new-batch' }
    : batchPresence(devices, { customerId: id, batchId: batch.existing.id }, client, signal);
}

/** How many devices are looked at between two pauses. */
const devicesPerStep = 32;
