import { withoutBlanks } from '../blanks.ts';
import { type HardwareHash, charactersOfHash } from './hardwareHash.ts';

/** The text of a hash without blanks. `hash` is what it was decoded to: an intact one of the right length needs no search. */
export function bareHash(text: string, hash: HardwareHash | undefined): string {
  return hash?.is === 'intact' && text.length === charactersOfHash ? text : withoutBlanks(text);
}
