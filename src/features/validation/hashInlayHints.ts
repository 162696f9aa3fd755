import * as vscode from 'vscode';

import { textField } from '../../core/manifest/manifest.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import { manifestSelector } from '../../platform/manifestSelector.ts';
import type { OpenManifests } from '../../platform/openManifests.ts';
import { plainText } from '../../platform/plainText.ts';
import { readInlayHintsEnabled } from '../../platform/settings.ts';
import { hashSummary } from '../../platform/words/hashFacts.ts';

/** In front of each intact hardware hash in sight: its machine in a few words. */
export function provideHashInlayHints(manifests: OpenManifests): vscode.Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<void>());
  store.add(manifests.onDidCheck(() => changed.fire()));
  store.add(
    vscode.languages.registerInlayHintsProvider(manifestSelector, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints(document, range) {
        const checked = readInlayHintsEnabled() ? manifests.get(document) : undefined;
        const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
        return (checked?.manifest.devices ?? [])
          .filter(({ span }) => span.start < end && span.end > start)
          .flatMap(device => {
            const field = textField(device, 'hardwareHash');
            const hash = checked?.hashOf(device);
            const summary = hash?.is === 'intact' ? hashSummary(hash.facts) : undefined;
            if (field === undefined || summary === undefined) {
              return [];
            }
            const hint = new vscode.InlayHint(document.positionAt(field.span.start), plainText(summary));
            hint.paddingRight = true;
            return [hint];
          });
      },
    }),
  );
  return store;
}
