import * as vscode from 'vscode';

import { planUploadInSteps } from '../../../core/upload/plan.ts';
import { signalOf } from '../../../platform/cancellation.ts';
import { manifestTitle } from '../../../platform/manifestSelector.ts';
import { plainText } from '../../../platform/plainText.ts';
import { type EmulatorAddress, readMaxDevicesPerRequest } from '../../../platform/settings.ts';
import { signInPlace } from '../../../platform/signInPlace.ts';
import { assertTrusted } from '../../../platform/workspaceTrust.ts';
import type { AskedUpload } from '../askPartnerCenter.ts';
import { type CustomerChoice, chooseCustomer } from '../chooseCustomer.ts';
import { type GateDeps, type PassedManifest, passGate } from '../passGate.ts';
import { shownManifest } from '../savedManifest.ts';
import { takeSteps } from '../takeSteps.ts';
import { copyRequest } from './copyRequest.ts';
import { type OpenPreview, PreviewDocuments, previewScheme } from './previewDocuments.ts';
import { previewText } from './previewText.ts';
import type { PreviewedUpload } from './previewedUpload.ts';
import { saveRequestBody } from './saveRequestBody.ts';

/** What previews take. */
export interface PreviewDeps extends GateDeps {
  /** The emulator that this window uses; `undefined` if it uses none. */
  readonly emulator: () => EmulatorAddress | undefined;
  /** Asks Partner Center about an upload, without sending anything of it. */
  readonly ask: (manifest: PassedManifest, choice: CustomerChoice, signal: AbortSignal) => Promise<AskedUpload>;
  /** A new GUID. */
  readonly newId: () => string;
}

/** Shows uploads that nobody has started: nothing is requested unless the user says so. */
export class UploadPreviews implements vscode.Disposable {
  readonly #deps: PreviewDeps;
  readonly #documents = new PreviewDocuments();

  constructor(deps: PreviewDeps) {
    this.#deps = deps;
  }

  /**
   * Opens the preview of the manifest at `uri`, which need not be saved.
   *
   * @throws {vscode.CancellationError} when the user calls it off, or after saying what would stop the upload.
   * @throws {SignInError} if the settings name an emulator and there is none.
   */
  async open(uri: vscode.Uri): Promise<void> {
    const { emulator } = this.#deps;
    const manifest = await passGate(await shownManifest(uri), this.#deps);
    const choice = await chooseCustomer(manifest);
    const { cloud } = signInPlace(emulator());
    await withProgress(vscode.l10n.t('Making the preview'), async signal => {
      const limits = { maxDevicesPerRequest: readMaxDevicesPerRequest(uri) };
      const plan = await takeSteps(planUploadInSteps(manifest.batch, [], limits), signal);
      await this.#show({ manifest, choice, cloud, plan, asked: undefined }, signal);
    });
  }

  /** Has Partner Center say what it knows, and shows the preview anew. @throws what `ask` throws. */
  async ask(target: unknown): Promise<void> {
    await assertTrusted();
    const { upload } = this.#find(target).preview;
    const { manifest, choice } = upload;
    await withProgress(vscode.l10n.t('Asking Partner Center'), async signal => {
      const asked = await this.#deps.ask(manifest, choice, signal);
      await this.#show({ ...upload, asked, cloud: asked.cloud, plan: asked.plan }, signal);
    });
  }

  /** Copies a request for another tool. `part` is its place; without one the user picks. */
  async copy(target: unknown, part: unknown): Promise<void> {
    const { uri, preview } = this.#find(target);
    await copyRequest(preview, part, this.#deps.newId, async place => this.save(uri, place));
  }

  /** Saves the whole body of a request. `part` is its place; without one the user picks. */
  async save(target: unknown, part: unknown): Promise<void> {
    await saveRequestBody(this.#find(target).preview, part);
  }

  dispose(): void {
    this.#documents.dispose();
  }

  async #show(upload: PreviewedUpload, signal: AbortSignal): Promise<void> {
    const { uri } = upload.manifest.source;
    const text = await takeSteps(previewText(upload, uri.path.slice(uri.path.lastIndexOf('/') + 1)), signal);
    signal.throwIfAborted();
    await this.#documents.show(previewUri(uri), upload, text);
  }

  /** The preview a command was started on, or the one in the active editor. @throws {vscode.CancellationError} */
  #find(target: unknown): { readonly uri: vscode.Uri; readonly preview: OpenPreview } {
    const uri = target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
    const preview = uri && this.#documents.get(uri);
    if (uri === undefined || preview === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('There is no preview here. Make one with "Device Batch: Preview Upload".'),
      );
      throw new vscode.CancellationError();
    }
    return { uri, preview };
  }
}

/** One address for each manifest, which its tab shows under the manifest's name. */
function previewUri(manifest: vscode.Uri): vscode.Uri {
  const title = vscode.l10n.t('{0} (preview)', plainText(manifestTitle(manifest.path)));
  return vscode.Uri.from({ scheme: previewScheme, path: `/${title}.md`, query: manifest.toString() });
}

/** @throws the signal's reason when the user cancels. */
async function withProgress(title: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const location = vscode.ProgressLocation.Notification;
  await vscode.window.withProgress({ location, title, cancellable: true }, (_progress, token) => work(signalOf(token)));
}
