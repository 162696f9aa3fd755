import { hash, randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

import type { Sha256 } from './core/sha256.ts';
import { activateAccount } from './features/account/activateAccount.ts';
import { activateAgentTools } from './features/agentTools/activateAgentTools.ts';
import { activateEmulator } from './features/emulator/activateEmulator.ts';
import { EmulatorSession } from './features/emulator/emulatorSession.ts';
import { activateExplainRule } from './features/explainRule/activateExplainRule.ts';
import { activateImportCsv } from './features/importCsv/activateImportCsv.ts';
import { activateNewManifest } from './features/newManifest/activateNewManifest.ts';
import { showStatusBar } from './features/statusBar/showStatusBar.ts';
import { activateStatus } from './features/status/activateStatus.ts';
import { activateStatusPages } from './features/status/activateStatusPages.ts';
import { activateSelectCustomer } from './features/upload/activateSelectCustomer.ts';
import { activateUpload } from './features/upload/activateUpload.ts';
import { activateUploadsView } from './features/uploadsView/activateUploadsView.ts';
import { keepWelcome } from './features/uploadsView/keepWelcome.ts';
import { activatePreview } from './features/upload/preview/activatePreview.ts';
import type { Network } from './network.ts';
import { createCheckText } from './platform/checkText.ts';
import { createCommandBoundary } from './platform/commandBoundary.ts';
import { commandIds } from './platform/commandIds.ts';
import { DisposableStore } from './platform/disposables.ts';
import { createLog } from './platform/log.ts';
import { OpenManifests } from './platform/openManifests.ts';
import { ReadOnlyDocuments } from './platform/readOnlyDocuments.ts';
import { hasFreshRecords, hasRecords } from './platform/recordFolder.ts';

/** Composition root: the one file that knows every part. It builds them and decides nothing. */
export function activate(context: vscode.ExtensionContext): void {
  const store = new DisposableStore();
  context.subscriptions.push(store);
  const { extension, extensionUri, globalStorageUri } = context;
  const recordsFolder = vscode.Uri.joinPath(globalStorageUri, 'uploads').fsPath;

  const log = createLog(store.add(vscode.window.createOutputChannel('Device Batch', { log: true })));
  const registerCommand = createCommandBoundary({ log, loadWords });
  const checks = { loadCheck: once(loadChecks), sha256, now: Date.now };
  const checkText = createCheckText(checks);
  const manifests = store.add(new OpenManifests(checks));
  const reports = store.add(new ReadOnlyDocuments('device-batch-report'));
  const emulator = store.add(new EmulatorSession());

  // The first manifest loads what checks it, and what shows that.
  async function loadChecks() {
    const { activateValidation } = await import('./features/validation/activateValidation.ts');
    store.add(activateValidation(manifests));
    return (await import('./core/manifest/validate.ts')).checkInSteps;
  }
  const news = store.add(new vscode.EventEmitter<void>());
  let loaded: Network | undefined;
  const loadNetwork = once(async (): Promise<Network> => {
    const { createNetwork } = await import('./network.ts');
    const network = store.add(
      createNetwork({
        log,
        sha256,
        checkText,
        recordsFolder,
        emulator: () => emulator.address,
        onDidChangeEmulator: emulator.onDidChange,
        manifests,
        reports,
        extensionUri,
      }),
    );
    store.add(network.onDidChange(() => news.fire()));
    await network.readRecords();
    loaded = network;
    news.fire();
    return network;
  });
  // What was uploaded before; where nothing was, nothing is loaded for that.
  const loadHistory = async (): Promise<Network | undefined> =>
    loaded !== undefined || (await hasRecords(recordsFolder)) ? loadNetwork() : undefined;
  // What shows results on devices is loaded with the first manifest that may have some.
  const readHistory = (): void =>
    void loadHistory().catch((error: unknown) => log.failure('reading the records', error));
  store.add(manifests.onDidCheck(readHistory));
  const loadPreviews = once(async () => {
    const previews = await import('./features/upload/preview/uploadPreviews.ts');
    return store.add(
      new previews.UploadPreviews({
        checkText,
        reports,
        emulator: () => emulator.address,
        ask: async (...question) => (await loadNetwork()).ask(...question),
        newId: randomUUID,
      }),
    );
  });

  store.add(activateNewManifest(registerCommand));
  store.add(activateExplainRule(registerCommand, extensionUri));
  store.add(
    activateImportCsv({
      registerCommand,
      manifests,
      reports,
      load: async deps => (await import('./features/importCsv/csvFeature.ts')).createCsvFeature(deps),
    }),
  );
  store.add(activateUpload(registerCommand, async () => (await loadNetwork()).upload));
  store.add(activateSelectCustomer(registerCommand, async () => (await loadNetwork()).selectCustomer));
  store.add(activatePreview(registerCommand, loadPreviews));
  store.add(
    activateStatus({
      registerCommand,
      manifests,
      extensionId: extension.id,
      load: loadNetwork,
      loadHistory,
      onDidChangeHistory: news.event,
    }),
  );
  store.add(activateStatusPages(registerCommand, async () => (await loadNetwork()).pages));
  store.add(
    activateUploadsView({
      registerCommand,
      load: async () => (await loadNetwork()).uploadsView,
      loadIfRecorded: async () => (await loadHistory())?.uploadsView,
      onDidChange: news.event,
    }),
  );
  store.add(
    keepWelcome({ isEmulated: () => emulator.address !== undefined, onDidChangeEmulator: emulator.onDidChange }),
  );
  store.add(activateAccount(registerCommand, async () => (await loadNetwork()).signIn));
  store.add(
    activateEmulator({
      registerCommand,
      session: emulator,
      startEmulator: async () => (await import('./emulator/startEmulator.ts')).startEmulator(),
      extensionUri,
    }),
  );
  store.add(emulator.onDidChange(() => news.fire()));
  store.add(
    showStatusBar({
      onDidChange: news.event,
      emulatorRuns: () => emulator.isRunning,
      running: () => loaded?.uploadsView.tree.running() ?? [],
    }),
  );
  store.add(
    activateAgentTools({
      load: async () => {
        const { createAgentTools } = await import('./features/agentTools/agentTools.ts');
        return createAgentTools({ checkText, loadUploads: loadHistory, extensionUri });
      },
    }),
  );
  store.add(registerCommand(commandIds.showOutput, async () => log.show()));

  void resume().catch((error: unknown) => log.failure('resuming uploads', error));
  async function resume(): Promise<void> {
    if (await hasFreshRecords(recordsFolder, Date.now())) {
      await (await loadNetwork()).resume();
    }
  }
}

async function loadWords() {
  return (await import('./platform/words/failures.ts')).failureWords;
}

/** Does it at the first call, and again only if that failed. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () =>
    (result ??= work().catch((error: unknown) => {
      result = undefined;
      throw error;
    }));
}

// As text and back it takes a third of the time of an array of its own for each digest.
const sha256: Sha256 = bytes => Buffer.from(hash('sha256', bytes, 'binary'), 'binary');
