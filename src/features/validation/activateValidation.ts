import type * as vscode from 'vscode';

import { DisposableStore } from '../../platform/disposables.ts';
import type { OpenManifests } from '../../platform/openManifests.ts';
import { provideFixActions } from './fixActions.ts';
import { provideHashHover } from './hashHover.ts';
import { provideHashInlayHints } from './hashInlayHints.ts';
import { showManifestDiagnostics } from './manifestDiagnostics.ts';
import { reportBadSettings } from './reportBadSettings.ts';

/** What is wrong with the open manifests, how to mend it, and what is inside their hashes. */
export function activateValidation(manifests: OpenManifests): vscode.Disposable {
  const store = new DisposableStore();
  store.add(showManifestDiagnostics(manifests));
  store.add(provideFixActions(manifests));
  store.add(provideHashHover(manifests));
  store.add(provideHashInlayHints(manifests));
  store.add(reportBadSettings(manifests));
  return store;
}
