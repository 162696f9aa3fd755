import { readGuid } from '../core/guid.ts';
import type { Check } from '../core/manifest/validate.ts';
import { uploadDeviceOf } from '../core/upload/batchOf.ts';
import { type DeviceIdentity, identityOf } from '../core/upload/deviceIdentity.ts';
import { devicePrint } from './devicePrint.ts';

/** A device as it stands in a manifest now. */
export interface PresentDevice {
  readonly identity: () => DeviceIdentity;
  /** Its `devicePrint`, if it were sent now. */
  readonly print: () => string;
}

/** A manifest as it is now. */
export interface PresentManifest {
  /** The address of the document, as records name it. */
  readonly uri: string;
  /** The customer it is pinned to, a GUID in lower case; `undefined` if it names none. */
  readonly customerId: string | undefined;
  readonly devices: readonly PresentDevice[];
  /** SHA-256 of its text, as records have it. */
  readonly digest: string;
}

/** The manifest that was checked, whose document is at `uri` and whose text has the `digest`. */
export function presentManifestOf(uri: string, { manifest, hashOf, sha256 }: Check, digest: string): PresentManifest {
  const { customerId, devices } = manifest;
  return {
    uri,
    digest,
    customerId: customerId?.is === 'text' ? readGuid(customerId.text) : undefined,
    devices: devices.map(device => ({
      identity: () => identityOf(uploadDeviceOf(device), hashOf(device)),
      print: () => devicePrint(uploadDeviceOf(device), sha256),
    })),
  };
}
