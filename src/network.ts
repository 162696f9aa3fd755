import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

import { PartnerCenterClient } from './api/partnerCenterClient.ts';
import type { JobAddress } from './api/statusLink.ts';
import type { Sha256 } from './core/sha256.ts';
import { type SignIn, createSignIn } from './features/account/createSignIn.ts';
import { lookAtUpload } from './features/agentTools/lookAtUpload.ts';
import { showDeviceResults } from './features/deviceResults/showDeviceResults.ts';
import { goToDevice, openManifest } from './features/status/goToDevice.ts';
import { openStatus } from './features/status/openStatus.ts';
import { StatusPages } from './features/status/statusPages.ts';
import { UploadedManifests } from './features/status/uploadedManifests.ts';
import { type AskDeps, type AskedUpload, askPartnerCenter } from './features/upload/askPartnerCenter.ts';
import type { CustomerChoice } from './features/upload/chooseCustomer.ts';
import { logUploads } from './features/upload/logUploads.ts';
import type { PassedManifest } from './features/upload/passGate.ts';
import { type BrokenOff, continueUpload } from './features/upload/runUpload.ts';
import { selectCustomer } from './features/upload/selectCustomer.ts';
import { uploadManifest } from './features/upload/uploadManifest.ts';
import type { UploadsViewParts } from './features/uploadsView/activateUploadsView.ts';
import { takeUpFoundUploads } from './features/uploadsView/takeUpFoundUploads.ts';
import { tellUploads } from './features/uploadsView/tellUploads.ts';
import { UploadActions } from './features/uploadsView/uploadActions.ts';
import { UploadsTree } from './features/uploadsView/uploadsTree.ts';
import { watchAbandoned } from './features/uploadsView/watchAbandoned.ts';
import { Accounts, cloudOf } from './platform/account.ts';
import type { CheckText } from './platform/checkText.ts';
import { systemClock } from './platform/clock.ts';
import { DisposableStore } from './platform/disposables.ts';
import type { Log } from './platform/log.ts';
import { logExchanges } from './platform/logExchanges.ts';
import { manifestDigest } from './platform/manifestDigest.ts';
import { createManifestReader } from './platform/manifestReader.ts';
import type { OpenManifests } from './platform/openManifests.ts';
import type { ReadOnlyDocuments } from './platform/readOnlyDocuments.ts';
import { FileRecordLocks } from './platform/recordLocks.ts';
import { FileRecordStore } from './platform/recordStore.ts';
import { redact } from './platform/redact.ts';
import {
  type EmulatorAddress,
  readHttpClient,
  readKeepDays,
  readPollSeconds,
  readSovereignEnvironment,
} from './platform/settings.ts';
import { signInPlace } from './platform/signInPlace.ts';
import { signInWithAdvice } from './platform/signInWithAdvice.ts';
import { TenantIds } from './platform/tenantId.ts';
import { createTransport } from './platform/transport/createTransport.ts';
import { readHttpSettings } from './platform/transport/httpSettings.ts';
import { watchRecords } from './platform/watchRecords.ts';
import { onlyFromTrusted } from './platform/workspaceTrust.ts';
import { failureWords } from './platform/words/failures.ts';
import type { Ground } from './uploads/uploadPorts.ts';
import type { FrozenAccount, UploadRecord } from './uploads/uploadRecord.ts';
import { type UploadChange, Uploads, type UploadView } from './uploads/uploads.ts';

/** What the lazily loaded half gets from the other. */
export interface NetworkDeps {
  readonly log: Log;
  readonly sha256: Sha256;
  readonly checkText: CheckText;
  /** The folder of the upload records, on this machine. */
  readonly recordsFolder: string;
  /** The emulator that this window uses; `undefined` if it uses none. */
  readonly emulator: () => EmulatorAddress | undefined;
  readonly onDidChangeEmulator: vscode.Event<void>;
  readonly manifests: OpenManifests;
  readonly reports: ReadOnlyDocuments;
  readonly extensionUri: vscode.Uri;
}

/** Everything that talks to Partner Center. */
export interface Network extends vscode.Disposable {
  readonly signIn: SignIn;
  readonly uploads: Uploads;
  readonly uploadsView: UploadsViewParts;
  /** Fires when something about uploads or the emulator has changed. */
  readonly onDidChange: vscode.Event<void>;
  readonly upload: (uri: vscode.Uri) => Promise<void>;
  readonly selectCustomer: () => Promise<void>;
  /** Asks Partner Center about an upload, without sending anything of it. */
  readonly ask: (manifest: PassedManifest, choice: CustomerChoice, signal: AbortSignal) => Promise<AskedUpload>;
  /** What an upload is by the service's present answers. Nothing is kept, and nobody is asked to sign in. */
  readonly look: (record: UploadRecord, signal: AbortSignal) => Promise<UploadRecord>;
  readonly pages: StatusPages;
  readonly openStatus: (target: unknown) => Promise<void>;
  /** Opens the page of a job that a link from anywhere named: nothing is requested before the user says so. */
  readonly openLinkedJob: (job: JobAddress) => Promise<void>;
  /** Reads the records, and from then on what other windows write. That it cannot is logged. */
  readonly readRecords: () => Promise<void>;
  /** Goes on looking at what was sent, and asks about what waits for the user. */
  readonly resume: () => Promise<void>;
}

/** Builds it; nothing is requested yet. */
export function createNetwork(deps: NetworkDeps): Network {
  const { log, sha256, checkText, recordsFolder, emulator } = deps;
  const store = new DisposableStore();
  const changes = store.add(new vscode.EventEmitter<UploadChange>());
  const news = store.add(new vscode.EventEmitter<void>());
  const breaks = store.add(new vscode.EventEmitter<BrokenOff>());
  const records = new FileRecordStore(recordsFolder);
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
      ...systemClock,
      newId: randomUUID,
    });
  const uploads = new Uploads({
    connect,
    store: records,
    locks: new FileRecordLocks(recordsFolder),
    manifests: createManifestReader({ checkText, digest: manifestDigest }),
    clock: systemClock,
    newId: randomUUID,
    sha256,
    redact,
    pollSeconds: readPollSeconds,
    onChange: change => changes.fire(change),
    onError: (id, error) => {
      log.failure(`The upload ${id}`, error, failureWords(error));
      breaks.fire({ id, error });
    },
  });
  const logFailure = (what: string, error: unknown): void => log.failure(what, error, failureWords(error));
  const failedReading = (error: unknown): void => logFailure('Reading the records', error);
  const reload = (id: string): void => void uploads.reload(id).catch(failedReading);
  const place = () => signInPlace(emulator());
  const asking: AskDeps = {
    uploads,
    accounts,
    connect,
    place,
    onSearchFailed: error => logFailure('Looking for customers', error),
  };
  store.add(logUploads(changes.event, log));
  store.add(tellUploads(changes.event));
  store.add(changes.event(() => news.fire()));
  store.add(deps.onDidChangeEmulator(() => news.fire()));
  store.add({ dispose: () => void uploads[Symbol.asyncDispose]() });
  const running = { uploads, onDidChangeUploads: changes.event, onDidBreakOff: breaks.event };
  const goOn = (view: UploadView): Promise<void> => continueUpload(view, running);
  const uploaded = new UploadedManifests(deps.manifests);
  const actions = new UploadActions({
    uploads,
    continueUpload: goOn,
    openManifest: record => uploaded.open(record),
    showManifest: (record, device) =>
      device === undefined
        ? openManifest(record, uploaded, vscode.ViewColumn.Active)
        : goToDevice(record, device, uploaded, vscode.ViewColumn.Active),
  });
  store.add(
    showDeviceResults({
      manifests: deps.manifests,
      uploads,
      onDidChange: news.event,
      emulator: () => emulator()?.base.origin,
      digest: manifestDigest,
    }),
  );
  const pages = store.add(
    new StatusPages({
      ...deps,
      ...running,
      connect,
      signIn: signal => signInWithAdvice(accounts, place(), 'if-needed', signal),
      continueUpload: goOn,
      clock: systemClock,
      pollSeconds: readPollSeconds,
    }),
  );
  return {
    signIn: createSignIn({ accounts, place }),
    uploads,
    uploadsView: { tree: new UploadsTree(uploads), actions },
    onDidChange: news.event,
    upload: uri =>
      uploadManifest(uri, {
        ...asking,
        ...running,
        checkText,
        reports: deps.reports,
        digest: manifestDigest,
      }),
    selectCustomer: () => selectCustomer(asking),
    pages,
    ask: (manifest, choice, signal) => askPartnerCenter(manifest, choice, asking, signal),
    look: (record, signal) =>
      lookAtUpload(record, { client: connect(record.account, 'background'), now: () => systemClock.now() }, signal),
    openStatus: target => openStatus(target, { uploads, pages, base: () => place().cloud.base }),
    openLinkedJob: job => pages.open({ is: 'job', ...job, asked: false }),
    readRecords: async () => {
      try {
        for (const { id, is } of await uploads.load()) {
          log.warn(`The record ${id} is left alone: ${is}`);
        }
        store.add(watchAbandoned(uploads, error => logFailure('Watching an upload', error)));
        store.add(await watchRecords(recordsFolder, { onChange: reload, onError: failedReading }));
      } catch (error) {
        failedReading(error);
      }
      news.fire();
    },
    resume: async () => {
      await uploads.prune(readKeepDays());
      await takeUpFoundUploads({
        uploads,
        continueUpload: view => goOn(view).catch((error: unknown) => logFailure('Going on with an upload', error)),
      });
      await records.removeLeftovers(systemClock.now());
    },
    dispose: () => store.dispose(),
  };
}

function secretAt(base: URL, emulator: EmulatorAddress | undefined): string | undefined {
  return emulator?.base.origin === base.origin ? emulator.secret : undefined;
}
