import { clouds, emulatorAt } from '../api/clouds.ts';
import type { SignInRequest } from './account.ts';
import { SignInError } from './authErrors.ts';
import { type EmulatorAddress, readCloud, readSignInSettings } from './settings.ts';

/** Where to sign in, before the user was asked to insist on anything. */
export type SignInPlace = Omit<SignInRequest, 'insists'>;

/**
 * Where this window signs in: to its emulator if it uses one, else to the cloud of its settings.
 *
 * @throws {SignInError} if the settings name an emulator and there is none: what is meant for it must not reach the service.
 */
export function signInPlace(emulator: EmulatorAddress | undefined): SignInPlace {
  const cloud = emulator === undefined ? undefined : emulatorAt(emulator.base);
  if (cloud !== undefined) {
    return { cloud, clientId: undefined, tenantId: undefined };
  }
  const name = readCloud();
  if (name === 'emulator') {
    throw new SignInError({ is: 'emulator-missing' });
  }
  return { cloud: clouds[name], ...readSignInSettings() };
}
