import type { DeviceTextField } from '../manifest/manifest.ts';

/** A policy to put on a device: `key` is its category (`o_o_b_e`), `value` its id. */
export interface DevicePolicy {
  readonly key: string;
  readonly value?: string | undefined;
}

/** A device as it is sent: what the manifest says, as written there, less everything that is absent. */
export interface UploadDevice extends Readonly<Partial<Record<DeviceTextField, string>>> {
  /** Never empty: the service answers 500 to an empty list. */
  readonly policies?: readonly DevicePolicy[];
}
