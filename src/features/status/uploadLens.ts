import * as vscode from 'vscode';

import { commandIds } from '../../platform/commandIds.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import { manifestSelector } from '../../platform/manifestSelector.ts';
import type { CheckedManifest, OpenManifests } from '../../platform/openManifests.ts';
import { readCodeLensEnabled } from '../../platform/settings.ts';
import { uploadSummary } from '../../platform/words/uploadSummary.ts';
import { uploadCountsOf } from '../../uploads/uploadCounts.ts';
import type { UploadChange, UploadView, Uploads } from '../../uploads/uploads.ts';

/** What the lens reads. */
export interface LensParts {
  readonly uploads: Uploads;
  readonly onDidChangeUploads: vscode.Event<UploadChange>;
}

/** Above the batch of a manifest: upload it, and what became of it the last time. */
export function provideUploadLens(manifests: OpenManifests, load: () => Promise<LensParts>): vscode.Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  let parts: LensParts | undefined;
  const loadOnce = async (): Promise<LensParts> => {
    if (parts === undefined) {
      parts = await load();
      await parts.uploads.load();
      store.add(parts.onDidChangeUploads(() => changed.fire()));
    }
    return parts;
  };
  store.add(manifests.onDidCheck(() => changed.fire()));
  store.add(
    vscode.languages.registerCodeLensProvider(manifestSelector, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document) {
        const checked = readCodeLensEnabled() ? manifests.get(document) : undefined;
        if (checked === undefined) {
          return [];
        }
        const { uploads } = await loadOnce();
        const last = uploads.all().find(({ record }) => record.manifest.uri === document.uri.toString());
        return lensesOf(checked, last);
      },
    }),
  );
  return store;
}

function lensesOf({ document, manifest }: CheckedManifest, last: UploadView | undefined): vscode.CodeLens[] {
  const anchor = manifest.batchId?.nameSpan.start ?? manifest.span.start;
  const place = document.positionAt(anchor);
  const range = new vscode.Range(place, place);
  const upload = new vscode.CodeLens(range, {
    title: `$(cloud-upload) ${vscode.l10n.t('Upload')}`,
    command: commandIds.upload,
    arguments: [document.uri],
  });
  if (last === undefined) {
    return [upload];
  }
  const status = new vscode.CodeLens(range, {
    title: uploadSummary(last, uploadCountsOf(last.record), Date.now()),
    tooltip: vscode.l10n.t('Open the status of the last upload'),
    command: commandIds.openStatus,
    arguments: [last.record.id],
  });
  return [upload, status];
}
