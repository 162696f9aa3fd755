import * as vscode from 'vscode';

import { signalOf } from '../../platform/cancellation.ts';
import { plainText } from '../../platform/plainText.ts';
import type { UploadChange, UploadOrder, UploadView, Uploads } from '../../uploads/uploads.ts';
import { tellOutcome } from './tellOutcome.ts';

/** What running an upload takes. */
export interface RunUploadDeps {
  readonly uploads: Uploads;
  readonly onDidChangeUploads: vscode.Event<UploadChange>;
}

/** Sends what the user agreed to, shows how far it is, and says what it came to. */
export async function runUpload(order: UploadOrder, deps: RunUploadDeps): Promise<void> {
  const view = await sendWithProgress(order, deps);
  if (view !== undefined) {
    await tellOutcome(view, deps.uploads);
  }
}

/** `undefined` if nothing was started, which was said. */
async function sendWithProgress(
  order: UploadOrder,
  { uploads, onDidChangeUploads }: RunUploadDeps,
): Promise<UploadView | undefined> {
  const name = plainText(order.customer.companyName ?? order.customer.id);
  const title = vscode.l10n.t('Uploading {0} devices to {1}', order.devices.length, name);
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const started = await uploads.start(order, signalOf(token));
    if (started.is === 'busy') {
      void vscode.window.showWarningMessage(vscode.l10n.t('This manifest is being uploaded already.'));
      return undefined;
    }
    const { id } = started;
    const subscriptions = vscode.Disposable.from(
      token.onCancellationRequested(() => void uploads.decide(id, { is: 'cancelled' })),
      onDidChangeUploads(({ view }) => {
        if (view?.record.id === id && view.phase.is === 'sending') {
          const { part } = view.phase;
          progress.report({ message: vscode.l10n.t('part {0} of {1}', part + 1, view.record.parts.length) });
        }
      }),
    );
    try {
      return await uploads.whenSent(id);
    } finally {
      subscriptions.dispose();
    }
  });
}
