import { isDummyUuid } from '../hash/dummyUuid.ts';
import type { HashFacts } from '../hash/hardwareHash.ts';
import { isVirtualMachine } from '../hash/isVirtualMachine.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { hashedDevices } from './hashedDevices.ts';
import type { ProblemBase, Rule, RuleContext } from './rule.ts';

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
export const hashNote: Rule<HashNoteProblem> = function* (manifest, context) {
  const single = notesOf(manifest, context);
  const counts = new Map(hashNotes.map(note => [note, single.filter(problem => problem.note === note).length]));
  for (const [note, devices] of counts) {
    if (devices > mostOfAKind) yield summary(manifest, note, devices);
  }
  yield* single.filter(problem => (counts.get(problem.note) ?? 0) <= mostOfAKind);
};

function notesOf(manifest: Manifest, context: RuleContext): readonly HashNoteProblem[] {
  const problems: HashNoteProblem[] = [];
  for (const { field, hash } of hashedDevices(manifest, context, 'intact')) {
    for (const note of hashNotes.filter(kind => applies[kind](hash.facts, context.now))) {
      const { collectedAt } = hash.facts;
      problems.push({ code: 'hash-note', span: field.span, severity: 'information', note, devices: 1, collectedAt });
    }
  }
  return problems;
}

function summary(manifest: Manifest, note: HashNote, devices: number): HashNoteProblem {
  const span = manifest.devicesProperty?.nameSpan ?? manifest.span;
  return { code: 'hash-note', span, severity: 'information', note, devices, collectedAt: undefined };
}

const applies: Readonly<Record<HashNote, (facts: HashFacts, now: number | undefined) => boolean>> = {
  winpe: facts => facts.collectedIn === 'winpe',
  'virtual-machine': isVirtualMachine,
  'no-tpm': facts => facts.tpmKey === undefined,
  'no-product-key-id': facts => facts.productKeyId === undefined,
  'dummy-uuid': facts => facts.uuid !== undefined && isDummyUuid(facts.uuid),
  future: ({ collectedAt }, now) => collectedAt !== undefined && now !== undefined && collectedAt > now,
  old: ({ collectedAt }, now) => collectedAt !== undefined && now !== undefined && collectedAt < now - year,
};
