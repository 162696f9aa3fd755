import { withoutBlanks } from '../blanks.ts';
import type { Sha256 } from '../sha256.ts';

import { checkTrailer } from './checkTrailer.ts';
import { charactersOfHash } from './hardwareHash.ts';
import type { HardwareHash, HashAlteration, HashDamage, HashVerdict } from './hardwareHash.ts';
import { readBase64 } from './readBase64.ts';
import { readFacts } from './readFacts.ts';
import { readFilledHash } from './readFilledHash.ts';
import { declaredBytes, readRecords } from './recordChain.ts';

/** Every 4K hash begins with the bytes "OA" and a length, in base64. */
const beginning = /^T0[E-H]/;

/** Where text is commonly cut: short columns of databases, and a cell of Microsoft Excel (32,767, its specifications and limits). */
const cellLimits: readonly number[] = [255, 1024, 2048, 32_767];

/**
 * Opens a hardware hash, verifies it and reads its facts. Never throws.
 *
 * Blanks and line breaks around and inside the text are skipped. The layout is not documented by Microsoft; it is the one that the
 * public decoders read (AutopilotUtility on the PowerShell Gallery, oofhours.com of 2022-08-02), with the trailer's SHA-256.
 */
export function decodeHardwareHash(text: string, sha256: Sha256): HardwareHash {
  const verdict = judge(text, sha256);
  // No hash with a blank in it is intact: only another one is worth looking for them.
  const characters = verdict.is === 'intact' ? text : withoutBlanks(text);
  return characters === text ? { hasBlanks: false, ...verdict } : { hasBlanks: true, ...judge(characters, sha256) };
}

function judge(characters: string, sha256: Sha256): HashVerdict {
  if (!beginning.test(characters)) {
    return { is: 'unrecognized' };
  }
  const filled = readFilledHash(characters);
  const base64 = filled === undefined ? readBase64(characters) : ({ is: 'bytes', bytes: filled, whole: true } as const);
  if (base64.is === 'foreign') {
    const character = String.fromCodePoint(characters.codePointAt(base64.offset) ?? 0);
    return { is: 'damaged', damage: { kind: 'character', offset: base64.offset, character } };
  }
  const { bytes, whole } = base64;
  const declared = declaredBytes(bytes);
  if (declared === undefined || bytes.length < declared) {
    return { is: 'damaged', damage: cut(characters, declared, bytes) };
  }
  if (!whole) {
    return { is: 'damaged', damage: { kind: 'length', characters: characters.length } };
  }
  return verify(characters, bytes, declared, sha256);
}

function cut({ length }: string, declared: number | undefined, bytes: Uint8Array): HashDamage {
  return {
    kind: 'cut',
    characters: length,
    cellLimit: cellLimitOf(length),
    declaredBytes: declared,
    bytes: bytes.length,
  };
}

function otherLength({ length }: string): HashAlteration {
  return { kind: 'characters', characters: length, cellLimit: cellLimitOf(length) };
}

function cellLimitOf(characters: number): number | undefined {
  return cellLimits.find(limit => limit === characters);
}

function verify(characters: string, bytes: Uint8Array, declared: number, sha256: Sha256): HashVerdict {
  const alterations: HashAlteration[] = [];
  const chain = readRecords(bytes, declared);
  if (chain.is === 'broken') alterations.push({ kind: 'records', byteOffset: chain.byteOffset });
  alterations.push(...checkTrailer(bytes, declared, sha256));
  if (characters.endsWith('=')) alterations.push({ kind: 'padding' });
  if (characters.length !== charactersOfHash) alterations.push(otherLength(characters));
  return chain.is === 'whole' && alterations.length === 0
    ? { is: 'intact', facts: readFacts(chain.records) }
    : { is: 'altered', alterations };
}
