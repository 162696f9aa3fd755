import * as vscode from 'vscode';

import { DisposableStore } from '../../platform/disposables.ts';
import { inSlices } from '../../platform/inSlices.ts';
import type { CheckedManifest, OpenManifests } from '../../platform/openManifests.ts';
import { deviceResultsOf } from '../../uploads/deviceResults.ts';
import { presentManifestOf } from '../../uploads/presentManifest.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';
import type { Uploads } from '../../uploads/uploads.ts';
import { resultDiagnostics } from './resultDiagnostics.ts';

/** What showing results in manifests takes. */
export interface DeviceResultsDeps {
  readonly manifests: OpenManifests;
  readonly uploads: Pick<Uploads, 'all'>;
  /** Fires when there may be other results. */
  readonly onDidChange: vscode.Event<unknown>;
  /** The origin of the emulator that this window uses; `undefined` if it uses none. */
  readonly emulator: () => string | undefined;
  /** The digest that uploads are recorded with. */
  readonly digest: (text: string) => string | Promise<string>;
}

/**
 * Shows what the service said about devices on those devices, in every open manifest. Only what it said about devices:
 * nothing about connections or accounts.
 */
export function showDeviceResults(deps: DeviceResultsDeps): vscode.Disposable {
  const { manifests, onDidChange } = deps;
  const store = new DisposableStore();
  const collection = store.add(vscode.languages.createDiagnosticCollection('deviceBatch.results'));
  const show = async (checked: CheckedManifest): Promise<void> => {
    const { uri } = checked.document;
    // A text that was edited meanwhile is about to be checked, and a closed one shows nothing.
    const isOvertaken = (): boolean => manifests.get(checked.document) !== checked;
    const diagnostics = await diagnosticsOf(checked, deps, isOvertaken);
    if (diagnostics !== undefined && (diagnostics.length > 0 || collection.has(uri))) {
      collection.set(uri, diagnostics);
    }
  };
  const showAll = (): void => manifests.all().forEach(checked => void show(checked));
  store.add(manifests.onDidCheck(checked => void show(checked)));
  store.add(manifests.onDidClose(uri => collection.delete(uri)));
  store.add(onDidChange(showAll));
  showAll();
  return store;
}

/** `undefined` if it was overtaken. */
async function diagnosticsOf(
  checked: CheckedManifest,
  { uploads, emulator, digest }: DeviceResultsDeps,
  isOvertaken: () => boolean,
): Promise<readonly vscode.Diagnostic[] | undefined> {
  const uri = checked.document.uri.toString();
  const records = uploads
    .all()
    .map(({ record }) => record)
    .filter(record => isHere(record, emulator()));
  if (!records.some(record => record.manifest.uri === uri && record.parts.some(({ is }) => is === 'accepted'))) {
    return [];
  }
  const manifest = presentManifestOf(uri, checked, await digest(checked.manifest.text));
  const results = await inSlices(deviceResultsOf(records, manifest), isOvertaken);
  return results && resultDiagnostics(results, checked);
}

/** What an emulator said that is gone is of no use to anybody. */
function isHere({ account }: UploadRecord, emulator: string | undefined): boolean {
  return account.cloud !== 'emulator' || account.base === emulator;
}
