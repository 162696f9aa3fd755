import * as vscode from 'vscode';

import type { RegisterCommand } from '../../platform/commandBoundary.ts';
import { commandIds } from '../../platform/commandIds.ts';
import { untitledManifestUri } from '../../platform/untitledManifest.ts';
import type { EmulatorSession, RunningEmulator } from './emulatorSession.ts';

/** What the emulator's command takes. */
export interface EmulatorDeps {
  readonly registerCommand: RegisterCommand;
  readonly session: EmulatorSession;
  readonly startEmulator: () => Promise<RunningEmulator>;
  readonly extensionUri: vscode.Uri;
}

/** The sample that shows the most at once. */
const sample = 'with-comments.devicebatch.jsonc';

/** `Device Batch: Try with the Emulator`: the whole product in a minute, without a tenant. */
export function activateEmulator({
  registerCommand,
  session,
  startEmulator,
  extensionUri,
}: EmulatorDeps): vscode.Disposable {
  return registerCommand(commandIds.tryEmulator, async () => {
    if (session.isRunning) {
      await offerToStop(session);
      return;
    }
    await session.start(startEmulator);
    const openSample = vscode.l10n.t('Open a Sample');
    const newManifest = vscode.l10n.t('New Manifest');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The emulator runs on this machine. Until you stop it, uploads of this window go there, and nothing is registered.',
      ),
      openSample,
      newManifest,
    );
    if (chosen === openSample) {
      await openCopy(vscode.Uri.joinPath(extensionUri, 'samples', sample));
    } else if (chosen === newManifest) {
      await vscode.commands.executeCommand(commandIds.newManifest);
    }
  });
}

async function offerToStop(session: EmulatorSession): Promise<void> {
  const stop = vscode.l10n.t('Stop the Emulator');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('The emulator runs already. When it stops, everything it held is gone.'),
    stop,
  );
  if (chosen === stop) {
    await session.stop();
  }
}

/** Opens the sample's text as a new manifest, so that the installed one stays as it is. */
async function openCopy(source: vscode.Uri): Promise<void> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
  const document = await vscode.workspace.openTextDocument(await untitledManifestUri('Sample'));
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit(edit => edit.insert(new vscode.Position(0, 0), text));
}
