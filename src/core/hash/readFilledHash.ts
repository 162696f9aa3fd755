import { charactersOfHash } from './hardwareHash.ts';
import { declaredBytes } from './recordChain.ts';
import { readDigits } from './readBase64.ts';

/** Of the header: its bytes and what of the records comes along. */
const headerCharacters = 8;

/** What stands behind header and records and is no zero: two bytes, their length, and a SHA-256. */
const trailerBytes = 36;

const zeros = 'A'.repeat(charactersOfHash);

/**
 * Reads a hash as collectors write it: 4,000 characters, zeros behind its trailer. Returns its bytes without those zeros;
 * `undefined` where the text is any other.
 */
export function readFilledHash(text: string): Uint8Array | undefined {
  if (text.length !== charactersOfHash) return undefined;
  const header = readDigits(text, headerCharacters);
  const declared = header && declaredBytes(header);
  if (declared === undefined) return undefined;
  const filledFrom = Math.ceil((declared + trailerBytes) / 3) * 4;
  // Compared as texts, which takes a tenth of the time that reading takes.
  const isFilled = filledFrom <= charactersOfHash && text.slice(filledFrom) === zeros.slice(filledFrom);
  return isFilled ? readDigits(text, filledFrom) : undefined;
}
