import * as vscode from 'vscode';

import type { JobAddress } from '../../api/statusLink.ts';
import type { RegisterCommand } from '../../platform/commandBoundary.ts';
import { commandIds } from '../../platform/commandIds.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import { uploadIdOf } from '../../platform/uploadArgument.ts';
import { provideStatusLinks } from './statusLinks.ts';
import { readStatusUri } from './statusUri.ts';
import { type LensDeps, provideUploadLens } from './uploadLens.ts';

/** What the status of uploads takes once it is used. */
export interface StatusParts {
  readonly openStatus: (target: unknown) => Promise<void>;
  readonly openLinkedJob: (job: JobAddress) => Promise<void>;
}

export interface StatusDeps extends LensDeps {
  readonly registerCommand: RegisterCommand;
  /** The extension's id, by which its output panel is known. */
  readonly extensionId: string;
  readonly load: () => Promise<StatusParts>;
}

/** Every way to the status of an upload: the command, the link in the output panel, the URI, the lens. */
export function activateStatus({ registerCommand, extensionId, load, ...history }: StatusDeps): vscode.Disposable {
  const store = new DisposableStore();
  store.add(registerCommand(commandIds.openStatus, async target => (await load()).openStatus(uploadIdOf(target))));
  store.add(provideStatusLinks(extensionId));
  store.add(provideUploadLens(history));
  store.add(vscode.window.registerUriHandler({ handleUri: uri => openUri(uri, load) }));
  return store;
}

async function openUri(uri: vscode.Uri, load: StatusDeps['load']): Promise<void> {
  const job = readStatusUri(uri);
  if (job === undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t('This link leads to nothing that Device Batch knows.'));
    return;
  }
  await (await load()).openLinkedJob(job);
}
