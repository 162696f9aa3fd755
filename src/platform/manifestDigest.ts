import { type Hash, createHash } from 'node:crypto';

import { inSlices } from './inSlices.ts';

/** How much of a text is digested at a time, in UTF-16 units: about a millisecond's work. */
const chunkLength = 1 << 18;

/**
 * SHA-256 of a manifest's text in UTF-8, in hexadecimal: what tells whether it is still the one that was confirmed.
 *
 * The 40 MB of 10,000 hashes are digested in slices that leave the extension host free.
 */
export async function manifestDigest(text: string): Promise<string> {
  const hash = createHash('sha256');
  await inSlices(digestInSteps(text, hash), () => false);
  return hash.digest('hex');
}

function* digestInSteps(text: string, hash: Hash): Generator<void, void> {
  for (let start = 0; start < text.length;) {
    const end = start + chunkLength;
    // A pair of surrogates is one character, and becomes another one when it is parted.
    const whole = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end + 1 : end;
    hash.update(text.slice(start, whole), 'utf8');
    start = whole;
    yield;
  }
}
