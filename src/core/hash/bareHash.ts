import { withoutBlanks } from '../blanks.ts';
import type { HardwareHash } from './hardwareHash.ts';

/** The text of a hash without blanks. `hash` is what it was decoded to, which knows whether there are any. */
export function bareHash(text: string, hash: HardwareHash | undefined): string {
  return hash?.hasBlanks === false ? text : withoutBlanks(text);
}
