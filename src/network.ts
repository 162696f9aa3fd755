import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

import { emulatorAt, clouds } from './api/clouds.ts';
import { type JobStatus, PartnerCenterClient } from './api/partnerCenterClient.ts';
import type { JobAddress } from './api/statusLink.ts';
import type { Sha256 } from './core/sha256.ts';
import { type SignIn, createSignIn } from './features/account/createSignIn.ts';
import { openStatus } from './features/status/openStatus.ts';
import { StatusPages } from './features/status/statusPages.ts';
import { logUploads } from './features/upload/logUploads.ts';
import { uploadManifest } from './features/upload/uploadManifest.ts';
import { Accounts, type Ground, type SignInRequest, cloudOf } from './platform/account.ts';
import type { CheckText } from './platform/checkText.ts';
import { systemClock } from './platform/clock.ts';
import { DisposableStore } from './platform/disposables.ts';
import type { Log } from './platform/log.ts';
import { logExchanges } from './platform/logExchanges.ts';
import { createManifestReader } from './platform/manifestReader.ts';
import type { OpenManifests } from './platform/openManifests.ts';
import { FileRecordLocks } from './platform/recordLocks.ts';
import { FileRecordStore } from './platform/recordStore.ts';
import { redact } from './platform/redact.ts';
import {
  type EmulatorAddress,
  readCloud,
  readHttpClient,
  readKeepDays,
  readPollSeconds,
  readSignInSettings,
  readSovereignEnvironment,
} from './platform/settings.ts';
import { signInWithAdvice } from './platform/signInWithAdvice.ts';
import { TenantIds } from './platform/tenantId.ts';
import { createTransport } from './platform/transport/createTransport.ts';
import { readHttpSettings } from './platform/transport/httpSettings.ts';
import { onlyFromTrusted } from './platform/workspaceTrust.ts';
import { failureWords } from './platform/words/failures.ts';
import { manifestDigest } from './uploads/manifestDigest.ts';
import type { FrozenAccount } from './uploads/uploadRecord.ts';
import { type UploadChange, Uploads } from './uploads/uploads.ts';

/** What the lazily loaded half gets from the other. */
export interface NetworkDeps {
  readonly log: Log;
  readonly sha256: Sha256;
  readonly checkText: CheckText;
  /** The folder of the upload records, on this machine. */
  readonly recordsFolder: string;
  /** The emulator that this window uses; `undefined` if it uses none. */
  readonly emulator: () => EmulatorAddress | undefined;
  readonly manifests: OpenManifests;
  readonly extensionUri: vscode.Uri;
}

/** Everything that talks to Partner Center. */
export interface Network extends vscode.Disposable {
  readonly signIn: SignIn;
  readonly uploads: Uploads;
  readonly onDidChangeUploads: vscode.Event<UploadChange>;
  readonly upload: (uri: vscode.Uri) => Promise<void>;
  readonly openStatus: (target: unknown) => Promise<void>;
  /** Opens the page of a job that a link from anywhere named: nothing is requested before the user says so. */
  readonly openLinkedJob: (job: JobAddress) => Promise<void>;
  /** Reads the records, and goes on looking at what was sent, without asking anybody anything. */
  readonly resume: () => Promise<void>;
}

/** Builds it; nothing is requested yet. */
export function createNetwork(deps: NetworkDeps): Network {
  const { log, sha256, checkText, recordsFolder, emulator } = deps;
  const store = new DisposableStore();
  const changes = store.add(new vscode.EventEmitter<UploadChange>());
  const { send } = store.add(
    createTransport({
      client: readHttpClient,
      settings: readHttpSettings,
      env: process.env,
      fetch: globalThis.fetch,
      onFallback: reason => log.info(`Using VS Code's own connection for this session: ${reason.message}`),
    }),
  );
  const transport = onlyFromTrusted(send);
  const accounts = new Accounts({
    authentication: vscode.authentication,
    tenantIds: new TenantIds(transport),
    sovereignEnvironment: readSovereignEnvironment,
    emulatorSecret: base => secretAt(base, emulator()),
  });
  const connect = (account: FrozenAccount, ground: Ground): PartnerCenterClient =>
    new PartnerCenterClient(cloudOf(account), {
      transport,
      account: accounts.of(account, ground),
      observe: logExchanges(log),
      sleep: systemClock.sleep,
      now: systemClock.now,
      newId: randomUUID,
    });
  const uploads = new Uploads({
    connect,
    store: new FileRecordStore(recordsFolder),
    locks: new FileRecordLocks(recordsFolder),
    manifests: createManifestReader({ checkText, digest: text => manifestDigest(text, sha256) }),
    clock: systemClock,
    newId: randomUUID,
    sha256,
    redact,
    pollSeconds: readPollSeconds,
    onChange: change => changes.fire(change),
    onError: (id, error) => log.failure(`upload ${id}`, error, failureWords(error)),
  });
  const signInTarget = (): Omit<SignInRequest, 'insists'> => targetOf(emulator());
  store.add(logUploads(changes.event, log));
  store.add({ dispose: () => void uploads[Symbol.asyncDispose]() });
  const readJob = async (job: JobAddress, signal: AbortSignal): Promise<JobStatus> => {
    const account = await signInWithAdvice(accounts, signInTarget(), 'if-needed', signal);
    return connect(account, 'foreground').jobStatus(job, signal);
  };
  const pages = store.add(new StatusPages({ ...deps, uploads, onDidChangeUploads: changes.event, readJob }));
  return {
    signIn: createSignIn({ accounts, signInTarget }),
    uploads,
    onDidChangeUploads: changes.event,
    upload: uri =>
      uploadManifest(uri, {
        uploads,
        onDidChangeUploads: changes.event,
        accounts,
        connect,
        signInTarget,
        checkText,
        sha256,
      }),
    openStatus: target => openStatus(target, { uploads, pages, base: () => signInTarget().cloud.base }),
    openLinkedJob: job => pages.open({ is: 'job', ...job, asked: false }),
    resume: () => resumeUploads(uploads, log),
    dispose: () => store.dispose(),
  };
}

async function resumeUploads(uploads: Uploads, log: Log): Promise<void> {
  for (const { id, is } of await uploads.load()) {
    log.warn(`The record ${id} is left alone: ${is}`);
  }
  await uploads.prune(readKeepDays());
  await uploads.takeUpAll('background');
}

function targetOf(emulator: EmulatorAddress | undefined): Omit<SignInRequest, 'insists'> {
  const cloud = emulator === undefined ? undefined : emulatorAt(emulator.base);
  if (cloud !== undefined) {
    return { cloud, clientId: undefined, tenantId: undefined };
  }
  const name = readCloud();
  // The setting names an emulator, but there is none: nothing meant for it may go to the real service.
  if (name === 'emulator') {
    throw new Error('deviceBatch.cloud is "emulator", but deviceBatch.emulator.address names none.');
  }
  return { cloud: clouds[name], ...readSignInSettings() };
}

function secretAt(base: URL, emulator: EmulatorAddress | undefined): string | undefined {
  return emulator?.base.origin === base.origin ? emulator.secret : undefined;
}
