import * as vscode from 'vscode';

import { commandIds } from '../../platform/commandIds.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import { manifestSelector } from '../../platform/manifestSelector.ts';
import type { CheckedManifest, OpenManifests } from '../../platform/openManifests.ts';
import { readCodeLensEnabled } from '../../platform/settings.ts';
import { uploadSummary } from '../../platform/words/uploadSummary.ts';
import { uploadCountsOf } from '../../uploads/uploadCounts.ts';
import type { UploadView, Uploads } from '../../uploads/uploads.ts';

/** What the lens reads. */
export interface LensDeps {
  readonly manifests: OpenManifests;
  /** What was uploaded before; `undefined` if nothing was. */
  readonly loadHistory: () => Promise<{ readonly uploads: Pick<Uploads, 'all'> } | undefined>;
  readonly onDidChangeHistory: vscode.Event<void>;
}

/** Above the batch of a manifest: upload it, look first at what would be sent, and what became of it the last time. */
export function provideUploadLens({ manifests, loadHistory, onDidChangeHistory }: LensDeps): vscode.Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  store.add(manifests.onDidCheck(() => changed.fire()));
  store.add(onDidChangeHistory(() => changed.fire()));
  store.add(
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('deviceBatch.codeLens')) {
        changed.fire();
      }
    }),
  );
  store.add(
    vscode.languages.registerCodeLensProvider(manifestSelector, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document) {
        const checked = readCodeLensEnabled() ? manifests.get(document) : undefined;
        if (checked === undefined) {
          return [];
        }
        const uri = document.uri.toString();
        const last = (await loadHistory())?.uploads.all().find(({ record }) => record.manifest.uri === uri);
        return lensesOf(checked, last);
      },
    }),
  );
  return store;
}

function lensesOf({ document, manifest }: CheckedManifest, last: UploadView | undefined): vscode.CodeLens[] {
  const place = document.positionAt(manifest.batchId?.nameSpan.start ?? manifest.span.start);
  const range = new vscode.Range(place, place);
  return uploadLenses(document.uri, last, Date.now()).map(command => new vscode.CodeLens(range, command));
}

/** The lenses of a manifest, whose latest upload is `last`. `now` is milliseconds since 1970. */
export function uploadLenses(
  manifest: vscode.Uri,
  last: UploadView | undefined,
  now: number,
): readonly vscode.Command[] {
  const upload = {
    title: `$(cloud-upload) ${vscode.l10n.t('Upload')}`,
    command: commandIds.upload,
    arguments: [manifest],
  };
  const preview = { title: vscode.l10n.t('Preview'), command: commandIds.preview, arguments: [manifest] };
  if (last === undefined) {
    return [upload, preview];
  }
  const { id } = last.record;
  // A lens without a command is text.
  const summary = { title: uploadSummary(last, uploadCountsOf(last.record), now), command: '' };
  const openStatus = { title: vscode.l10n.t('Open Status'), command: commandIds.openStatus, arguments: [id] };
  return [upload, preview, summary, openStatus];
}
