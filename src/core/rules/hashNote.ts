import type { HardwareHash, HashFacts } from '../hash/hardwareHash.ts';
import { isVirtualMachine } from '../hash/isVirtualMachine.ts';
import type { Device } from '../manifest/manifest.ts';
import { hashSpan } from './hashSpan.ts';
import type { CrossRule, ProblemBase } from './rule.ts';

/** In the order in which they stand on one hash. */
export const hashNotes = [
  'winpe',
  'virtual-machine',
  'no-tpm',
  'no-product-key-id',
  'dummy-uuid',
  'future',
  'old',
] as const;

export type HashNote = (typeof hashNotes)[number];

export interface HashNoteProblem extends ProblemBase {
  readonly code: 'hash-note';
  readonly note: HashNote;
  /** How many devices it is about: 1 where it stands on a hash, more where it stands on the name `devices`. */
  readonly devices: number;
  /** Milliseconds since 1970; `undefined` where that is unknown or not one moment. */
  readonly collectedAt: number | undefined;
}

/** Above this many devices of a kind, one note speaks for all of them. */
const mostOfAKind = 20;

const year = 365 * 24 * 60 * 60 * 1000;

/** What is worth knowing of an intact hash, though nothing is wrong with it. */
export const hashNote: CrossRule<HashNoteProblem> = function* ({ notes, span }) {
  const counts = new Map<HashNote, number>();
  for (const { note } of notes) counts.set(note, (counts.get(note) ?? 0) + 1);
  for (const note of hashNotes) {
    const devices = counts.get(note) ?? 0;
    if (devices > mostOfAKind) yield { ...basics, span, note, devices, collectedAt: undefined };
  }
  yield* notes.filter(({ note }) => (counts.get(note) ?? 0) <= mostOfAKind);
};

/** Whether there is anything worth knowing of a hash. */
export function hasNotes(hash: HardwareHash | undefined, now: number | undefined): boolean {
  return hash?.is === 'intact' && hashNotes.some(note => applies[note](hash.facts, now));
}

/** The notes on one device's hash, each as if it were the only one of its kind. */
export function notesOn(
  device: Device,
  hash: HardwareHash | undefined,
  now: number | undefined,
): readonly HashNoteProblem[] {
  if (hash?.is !== 'intact' || !hasNotes(hash, now)) return [];
  const { facts } = hash;
  return hashNotes
    .filter(note => applies[note](facts, now))
    .map(note => ({ ...basics, span: hashSpan(device), note, devices: 1, collectedAt: facts.collectedAt }));
}

const basics = { code: 'hash-note', severity: 'information' } as const;

const applies: Readonly<Record<HashNote, (facts: HashFacts, now: number | undefined) => boolean>> = {
  winpe: facts => facts.collectedIn === 'winpe',
  'virtual-machine': isVirtualMachine,
  'no-tpm': facts => facts.tpmKeyBytes === undefined,
  'no-product-key-id': facts => facts.productKeyId === undefined,
  'dummy-uuid': facts => facts.isUuidDummy,
  future: (facts, now) => now !== undefined && facts.collectedAt !== undefined && facts.collectedAt > now,
  old: (facts, now) => now !== undefined && facts.collectedAt !== undefined && facts.collectedAt < now - year,
};
