import * as vscode from 'vscode';

import { DisposableStore } from '../../platform/disposables.ts';
import { inSlices } from '../../platform/inSlices.ts';
import type { CheckedManifest, OpenManifests } from '../../platform/openManifests.ts';
import { deviceResultsOf } from '../../uploads/deviceResults.ts';
import { type PresentManifest, presentManifestOf } from '../../uploads/presentManifest.ts';
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
  readonly digest: (text: string) => Promise<string>;
}

/**
 * Shows what the service said about devices on those devices, in every open manifest. Only what it said about devices:
 * nothing about connections or accounts.
 */
export function showDeviceResults(deps: DeviceResultsDeps): vscode.Disposable {
  const { manifests, onDidChange } = deps;
  const presentOf = oncePerText(deps.digest);
  const store = new DisposableStore();
  const collection = store.add(vscode.languages.createDiagnosticCollection('deviceBatch.results'));
  const latest = new WeakMap<vscode.TextDocument, symbol>();
  const show = async (checked: CheckedManifest): Promise<void> => {
    const { document } = checked;
    const run = Symbol('run');
    latest.set(document, run);
    // A text that was edited meanwhile is about to be checked, and a closed one shows nothing.
    const isOvertaken = (): boolean => latest.get(document) !== run || manifests.get(document) !== checked;
    const diagnostics = await diagnosticsOf(checked, { ...deps, presentOf }, isOvertaken);
    if (diagnostics !== undefined && (diagnostics.length > 0 || collection.has(document.uri))) {
      collection.set(document.uri, diagnostics);
    }
  };
  const showAll = (): void => manifests.all().forEach(checked => void show(checked));
  store.add(manifests.onDidCheck(checked => void show(checked)));
  store.add(manifests.onDidClose(uri => collection.delete(uri)));
  store.add(onDidChange(showAll));
  showAll();
  return store;
}

type PresentOf = (checked: CheckedManifest) => Promise<PresentManifest>;

/** Results come in one by one while the text stays the same: what is found in that is found once. */
function oncePerText(digest: DeviceResultsDeps['digest']): PresentOf {
  const known = new WeakMap<CheckedManifest, Promise<PresentManifest>>();
  const find = async (checked: CheckedManifest): Promise<PresentManifest> =>
    presentManifestOf(checked.document.uri.toString(), checked, await digest(checked.manifest.text));
  return checked => {
    const present = known.get(checked) ?? find(checked);
    known.set(checked, present);
    return present;
  };
}

/** `undefined` if it was overtaken. */
async function diagnosticsOf(
  checked: CheckedManifest,
  { uploads, emulator, presentOf }: Pick<DeviceResultsDeps, 'uploads' | 'emulator'> & { readonly presentOf: PresentOf },
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
  const results = await inSlices(deviceResultsOf(records, await presentOf(checked)), isOvertaken);
  return results && resultDiagnostics(results, checked);
}

/** What an emulator said that is gone is of no use to anybody. */
function isHere({ account }: UploadRecord, emulator: string | undefined): boolean {
  return account.cloud !== 'emulator' || account.base === emulator;
}
