import type * as vscode from 'vscode';

import { drain } from '../../core/manifest/drain.ts';
import { type Device, textField } from '../../core/manifest/manifest.ts';
import { mapInSteps } from '../../core/mapInSteps.ts';
import { inSlices } from '../../platform/inSlices.ts';
import { manifestDigest } from '../../platform/manifestDigest.ts';
import type { CheckedManifest, OpenManifests } from '../../platform/openManifests.ts';
import { openRecordedManifest } from '../../platform/recordedManifest.ts';
import { findDevices } from '../../uploads/findDevices.ts';
import { presentManifestOf } from '../../uploads/presentManifest.ts';
import type { UploadRecord } from '../../uploads/uploadRecord.ts';

/** The manifests that uploads were made from, as they are now. */
export class UploadedManifests {
  readonly #manifests: OpenManifests;
  readonly onDidCheck: vscode.Event<CheckedManifest>;

  constructor(manifests: OpenManifests) {
    this.#manifests = manifests;
    this.onDidCheck = manifests.onDidCheck;
  }

  /** The models of the upload's devices, in its order; `undefined` unless its manifest is open and unchanged. */
  async modelsOf({ manifest: uploaded }: UploadRecord): Promise<readonly (string | undefined)[] | undefined> {
    const checked = this.#manifests.all().find(({ document }) => document.uri.toString() === uploaded.uri);
    // What was uploaded was saved, so what is edited is another text.
    if (checked === undefined || checked.document.isDirty) {
      return undefined;
    }
    if ((await manifestDigest(checked.manifest.text)) !== uploaded.digest) {
      return undefined;
    }
    return inSlices(modelsInSteps(checked), () => this.#manifests.get(checked.document) !== checked);
  }

  /** Opens the manifest of an upload; `undefined` if there is none any more. */
  async open({ manifest }: UploadRecord): Promise<CheckedManifest | undefined> {
    return openRecordedManifest(manifest.uri, this.#manifests);
  }
}

/** The device at a place of the upload, where it stands now; `undefined` if it is not there any more, or not for certain. */
export async function findDevice(
  record: UploadRecord,
  place: number,
  checked: CheckedManifest,
): Promise<Device | undefined> {
  const { manifest } = checked;
  const present = presentManifestOf(record.manifest.uri, checked, await manifestDigest(manifest.text));
  const position = drain(findDevices(record, [place], present)).get(place);
  return position === undefined ? undefined : manifest.devices[position];
}

/** How many devices are looked at between two pauses. */
const devicesPerStep = 32;

function modelsInSteps(checked: CheckedManifest): Generator<void, readonly (string | undefined)[]> {
  return mapInSteps(checked.manifest.devices, devicesPerStep, device => modelOf(device, checked));
}

function modelOf(device: Device, { hashOf }: CheckedManifest): string | undefined {
  const typed = textField(device, 'modelName');
  if (typed !== undefined) {
    return typed.text;
  }
  const hash = hashOf(device);
  return hash?.is === 'intact' ? hash.facts.model : undefined;
}
