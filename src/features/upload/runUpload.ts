import * as vscode from 'vscode';

import { signalOf } from '../../platform/cancellation.ts';
import { commandIds } from '../../platform/commandIds.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import type { UploadChange, UploadOrder, UploadView, Uploads } from '../../uploads/uploads.ts';
import { customerNameIn } from '../../platform/words/customerName.ts';
import { type Ending, tellOutcome } from './tellOutcome.ts';

/** What running an upload takes. */
export interface RunUploadDeps {
  readonly uploads: Uploads;
  readonly onDidChangeUploads: vscode.Event<UploadChange>;
  /** Fires when something beside the service breaks an upload off. */
  readonly onDidBreakOff: vscode.Event<BrokenOff>;
}

/** An upload's id, and the error that ended its run. */
export interface BrokenOff {
  readonly id: string;
  readonly error: unknown;
}

/** What is said of an upload while it goes on. */
type UploadTitle = Pick<UploadRecord, 'customer' | 'account'> & { readonly devices: readonly unknown[] };

/** Sends what the user agreed to, shows how far it is, and says what it came to, until nothing more happens by itself. */
export async function runUpload(order: UploadOrder, deps: RunUploadDeps): Promise<void> {
  const { uploads } = deps;
  const ending = await sendWithProgress(order, deps, async signal => {
    const started = await uploads.start(order, signal);
    if (started.is === 'busy') {
      void tellBusy(started.view?.record);
      return undefined;
    }
    return started.id;
  });
  await followUpload(ending, order, deps);
}

/** Lets the user decide about an upload that waits for that, and does it, until nothing more happens by itself. */
export async function continueUpload(view: UploadView, deps: RunUploadDeps): Promise<void> {
  await followUpload({ view, error: undefined }, view.record, deps);
}

async function followUpload(ending: Ending | undefined, title: UploadTitle, deps: RunUploadDeps): Promise<void> {
  for (let last = ending; last !== undefined && (await tellOutcome(last, deps.uploads));) {
    const { id } = last.view.record;
    await untilFound(id, deps);
    last = await sendWithProgress(title, deps, async () => id);
  }
}

/** Says that the manifest is being uploaded already, and leads there. */
export async function tellBusy(record: UploadRecord | undefined): Promise<void> {
  const openStatus = vscode.l10n.t('Open Status');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('This manifest is being uploaded already.'),
    ...(record === undefined ? [] : [openStatus]),
  );
  if (record !== undefined && chosen === openStatus) {
    await vscode.commands.executeCommand(commandIds.openStatus, record.id);
  }
}

/** Shows how far an upload is until nothing more of it is sent for now; `undefined` if there is none. */
async function sendWithProgress(
  upload: UploadTitle,
  deps: RunUploadDeps,
  begin: (signal: AbortSignal) => Promise<string | undefined>,
): Promise<Ending | undefined> {
  const location = vscode.ProgressLocation.Notification;
  const title = progressTitle(upload);
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const id = await begin(signalOf(token));
    return id === undefined ? undefined : untilSent(id, deps, progress, token);
  });
}

function progressTitle({ customer, account, devices }: UploadTitle): string {
  const target = customerNameIn(account.cloud, customer);
  return devices.length === 1
    ? vscode.l10n.t('Uploading 1 device to {0}', target)
    : vscode.l10n.t('Uploading {0} devices to {1}', devices.length, target);
}

type Progress = vscode.Progress<{ readonly message?: string }>;

async function untilSent(
  id: string,
  { uploads, onDidChangeUploads, onDidBreakOff }: RunUploadDeps,
  progress: Progress,
  token: vscode.CancellationToken,
): Promise<Ending | undefined> {
  let error: unknown;
  const cancel = async (): Promise<void> => {
    progress.report({ message: vscode.l10n.t('cancelling; what is on its way cannot be called back') });
    await uploads.decide(id, { is: 'cancelled' });
  };
  const subscriptions = vscode.Disposable.from(
    token.onCancellationRequested(() => void cancel().catch((reason: unknown) => (error = reason))),
    onDidBreakOff(broken => {
      error = broken.id === id ? broken.error : error;
    }),
    onDidChangeUploads(({ view }) => {
      if (view?.record.id === id && !token.isCancellationRequested && view.phase.is === 'sending') {
        reportPart(view.phase.part, view.record.parts.length, progress);
      }
    }),
  );
  try {
    const view = await uploads.whenSent(id);
    return view && { view, error };
  } finally {
    subscriptions.dispose();
  }
}

/** One part is no news. */
function reportPart(part: number, all: number, progress: Progress): void {
  if (all > 1) {
    progress.report({ message: vscode.l10n.t('part {0} of {1}', part + 1, all) });
  }
}

/** Waits while this window looks for parts that may have arrived. */
async function untilFound(id: string, { uploads, onDidChangeUploads }: RunUploadDeps): Promise<void> {
  const isLooking = (): boolean => {
    const view = uploads.view(id);
    return view?.isRunning === true && view.phase.is === 'unknown';
  };
  if (!isLooking()) {
    return;
  }
  const location = vscode.ProgressLocation.Window;
  const title = vscode.l10n.t('Device Batch: looking for uploaded devices');
  await vscode.window.withProgress({ location, title }, async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const subscription = onDidChangeUploads(() => {
      if (!isLooking()) {
        resolve();
      }
    });
    try {
      await promise;
    } finally {
      subscription.dispose();
    }
  });
}
