import { trailerBytes } from './checkTrailer.ts';
import { charactersOfHash } from './hardwareHash.ts';
import { readDigits, valueAt } from './readBase64.ts';

const zeros = 'A'.repeat(charactersOfHash);

/**
 * Reads a hash as collectors write it: 4,000 characters, zeros behind its trailer. Returns its bytes without those zeros;
 * `undefined` where the text is any other.
 */
export function readFilledHash(text: string): Uint8Array | undefined {
  if (text.length !== charactersOfHash) return undefined;
  const filledFrom = Math.ceil((declaredLength(text) + trailerBytes) / 3) * 4;
  // Compared as texts, which takes a tenth of the time that reading takes.
  const isFilled = filledFrom <= charactersOfHash && text.slice(filledFrom) === zeros.slice(filledFrom);
  return isFilled ? readDigits(text, filledFrom) : undefined;
}

/** The number in the third and fourth byte; any other where their characters are foreign. */
function declaredLength(text: string): number {
  const low = ((valueAt(text, 2) & 3) << 6) | valueAt(text, 3);
  const high = (valueAt(text, 4) << 2) | (valueAt(text, 5) >> 4);
  return (low & 0xff) + (high & 0xff) * 2 ** 8;
}
