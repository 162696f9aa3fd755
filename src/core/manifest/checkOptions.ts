import type { Sha256 } from '../sha256.ts';
import type { ManifestLanguage } from './readManifest.ts';

/** What checking a device takes. */
export interface DeviceCheckOptions {
  readonly sha256: Sha256;
  /** Milliseconds since 1970; without it nothing is "in the future" or "over a year ago". */
  readonly now?: number | undefined;
}

/** What checking a manifest takes. */
export interface CheckOptions extends DeviceCheckOptions {
  /** `jsonc` allows comments and trailing commas. */
  readonly language: ManifestLanguage;
  /** 500 if not given. */
  readonly maxDevicesPerRequest?: number | undefined;
}
