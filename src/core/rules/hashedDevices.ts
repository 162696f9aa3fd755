import type { HardwareHash } from '../hash/hardwareHash.ts';
import { textField } from '../manifest/manifest.ts';
import type { Device, Manifest, TextField } from '../manifest/manifest.ts';
import type { RuleContext } from './rule.ts';

/** A device that has a hardware hash, in whatever state. */
export interface HashedDevice<State extends HardwareHash['is']> {
  readonly device: Device;
  readonly field: TextField;
  readonly hash: Extract<HardwareHash, { readonly is: State }>;
}

/** The devices whose hash is in the given state, in their order. */
export function* hashedDevices<State extends HardwareHash['is']>(
  manifest: Manifest,
  context: RuleContext,
  state: State,
): Generator<HashedDevice<State>> {
  for (const device of manifest.devices) {
    const field = textField(device, 'hardwareHash');
    const hash = context.hashOf(device);
    if (field !== undefined && hash !== undefined && isIn(hash, state)) {
      yield { device, field, hash };
    }
  }
}

function isIn<State extends HardwareHash['is']>(
  hash: HardwareHash,
  state: State,
): hash is Extract<HardwareHash, { readonly is: State }> {
  return hash.is === state;
}
