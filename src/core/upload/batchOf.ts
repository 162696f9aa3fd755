import type { Node } from 'jsonc-parser';

import { readGuid } from '../guid.ts';
import { type Device, type Manifest, deviceTextFields, textField } from '../manifest/manifest.ts';
import type { DevicePolicy, UploadDevice } from './uploadDevice.ts';

/** What a manifest asks to upload. */
export interface DeviceBatch {
  /** As written, blanks and case included: it becomes the group tag of the devices. */
  readonly batchId: string;
  /** The customer the manifest is pinned to; `undefined` if it names none. */
  readonly customerId: string | undefined;
  /** In the manifest's order. */
  readonly devices: readonly UploadDevice[];
}

/**
 * Reads what to upload out of a manifest that passed the upload gate.
 *
 * Returns `undefined` for a manifest that the gate would have stopped for having no batch id, no devices, or a customer
 * id that is none. Devices that a syntax fault touches are missing from a manifest, so the gate must come first.
 */
export function batchOf(manifest: Manifest): DeviceBatch | undefined {
  const { batchId, customerId, devices } = manifest;
  if (batchId?.is !== 'text' || devices.length === 0 || customerId?.is === 'mistyped') {
    return undefined;
  }
  const pinned = customerId?.is === 'text' ? readGuid(customerId.text) : undefined;
  if (customerId?.is === 'text' && pinned === undefined) {
    return undefined;
  }
  return { batchId: batchId.raw, customerId: pinned, devices: devices.map(uploadDeviceOf) };
}

/** One device of the manifest as it is sent. */
export function uploadDeviceOf(device: Device): UploadDevice {
  const texts = Object.fromEntries(
    deviceTextFields.flatMap(name => {
      const field = textField(device, name);
      return field === undefined ? [] : [[name, field.raw]];
    }),
  );
  const policies = policiesOf(device.policies?.value);
  return policies.length > 0 ? { ...texts, policies } : texts;
}

function policiesOf(list: Node | undefined): readonly DevicePolicy[] {
  return (list?.children ?? []).flatMap(entry => {
    const key = textOf(entry, 'key');
    return key === undefined ? [] : [{ key, value: textOf(entry, 'value') }];
  });
}

/** The text of an object's property, its name in camelCase or PascalCase; the last of several counts. */
function textOf(object: Node, name: string): string | undefined {
  const value: unknown = object.children?.findLast(
    ({ children }) => typeof children?.[0]?.value === 'string' && uncapitalize(children[0].value) === name,
  )?.children?.[1]?.value;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function uncapitalize(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
