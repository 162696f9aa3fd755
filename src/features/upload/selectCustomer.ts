import * as vscode from 'vscode';

import { signalOf } from '../../platform/cancellation.ts';
import { plainText } from '../../platform/plainText.ts';
import { askPick } from '../../platform/prompts.ts';
import { customerName } from '../../platform/words/customerName.ts';
import { signInWithAdvice } from '../../platform/signInWithAdvice.ts';
import type { RecordedCustomer } from '../../uploads/uploadRecord.ts';
import type { AskDeps } from './askPartnerCenter.ts';
import { pickCustomer } from './pickCustomer.ts';
import { recentCustomers, recordsOf } from './recentCustomers.ts';
import { resolveCustomer } from './resolveCustomer.ts';

interface Use extends vscode.QuickPickItem {
  readonly take: () => Promise<void>;
}

/**
 * Lets the user find a customer, and makes it the one of a folder's manifests, or copies its id.
 *
 * @throws {ApiError} if the service refuses something, or cannot be asked.
 * @throws {SignInError} if nobody could be signed in, or the emulator of the settings does not run.
 * @throws {vscode.CancellationError} when the user calls it off.
 */
export async function selectCustomer(deps: AskDeps): Promise<void> {
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Asking Partner Center');
  const customer = await vscode.window.withProgress({ location, title, cancellable: true }, (_progress, token) =>
    findCustomer(deps, signalOf(token)),
  );
  const use = await askPick(usesOf(customer), {
    title: vscode.l10n.t('What is {0} to be used for?', customerName(customer)),
  });
  await use.take();
}

async function findCustomer(
  { uploads, accounts, connect, place, onSearchFailed }: AskDeps,
  signal: AbortSignal,
): Promise<RecordedCustomer> {
  const here = place();
  const account = await signInWithAdvice(accounts, here, 'if-needed', signal);
  signal.throwIfAborted();
  const client = connect(account, 'foreground');
  await uploads.load();
  const recent = recentCustomers(recordsOf(uploads, account));
  const id = await pickCustomer({ client, cloud: here.cloud, recent, onSearchFailed }, signal);
  return resolveCustomer(client, id, signal);
}

function usesOf(customer: RecordedCustomer): readonly Use[] {
  const folder = currentFolder();
  const copy: Use = {
    label: `$(copy) ${vscode.l10n.t('Copy Its ID')}`,
    detail: vscode.l10n.t('For the "customerId" of a manifest'),
    take: async () => {
      await vscode.env.clipboard.writeText(customer.id);
      vscode.window.setStatusBarMessage(vscode.l10n.t('Copied: {0}', customer.id), saidMs);
    },
  };
  return folder === undefined ? [copy] : [settingOf(folder, customer), copy];
}

/** How long the status bar says that something was copied, in milliseconds. */
const saidMs = 4000;

function settingOf(folder: vscode.WorkspaceFolder, customer: RecordedCustomer): Use {
  const name = plainText(folder.name);
  return {
    label: `$(folder) ${vscode.l10n.t('For the manifests in {0}', name)}`,
    detail: vscode.l10n.t('Those that name no customer of their own'),
    take: async () => {
      const settings = vscode.workspace.getConfiguration('deviceBatch', folder.uri);
      await settings.update('customerId', customer.id, vscode.ConfigurationTarget.WorkspaceFolder);
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Manifests in {0} that name no customer are for {1} from now on.', name, customerName(customer)),
      );
    },
  };
}

/** The folder of the file in front, else the first one. */
function currentFolder(): vscode.WorkspaceFolder | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const inFront = uri === undefined ? undefined : vscode.workspace.getWorkspaceFolder(uri);
  return inFront ?? vscode.workspace.workspaceFolders?.[0];
}
