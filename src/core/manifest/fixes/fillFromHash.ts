import type { HardwareHash, HashFacts } from '../../hash/hardwareHash.ts';
import { type HashedField, hashedFields, hashedValue } from '../../rules/hashedValue.ts';
import { productKeyKind } from '../../rules/productKey.ts';
import type { Device, Manifest, Property } from '../manifest.ts';
import { pascalCase } from '../names.ts';
import type { TextEdit } from '../textEdit.ts';
import type { FixBase, FixContext } from './fixMaker.ts';
import { insertionBefore } from './insertionBefore.ts';

/** The remedy for no problem: a device with a hash lacks nothing. It shows in the manifest what the hash holds. */
export interface FillFromHashFix extends FixBase {
  readonly kind: 'fill-from-hash';
  /** What is written, at least one field. */
  readonly fields: readonly HashedField[];
}

interface Missing {
  readonly field: HashedField;
  readonly value: string;
}

/**
 * Writes beside an intact hash what it holds and the device lacks: serial number, product key, maker and model, but no placeholder and
 * no generic product key. `undefined` if there is nothing to write.
 */
export function fillFromHash(manifest: Manifest, device: Device, hash: HardwareHash): FillFromHashFix | undefined {
  const property = device.properties.findLast(({ known }) => known === 'hardwareHash');
  const missing = hash.is === 'intact' ? missingIn(device, hash.facts) : [];
  return property === undefined || missing.length === 0
    ? undefined
    : {
        kind: 'fill-from-hash',
        fields: missing.map(({ field }) => field),
        edits: editsFor(manifest, device, property, missing),
      };
}

/** {@link fillFromHash} for every device of the manifest. */
export function fillAllFromHashes({ manifest, hashOf }: Pick<FixContext, 'manifest' | 'hashOf'>): readonly TextEdit[] {
  return manifest.devices.flatMap(device => {
    const hash = hashOf(device);
    return (hash && fillFromHash(manifest, device, hash)?.edits) ?? [];
  });
}

function missingIn(device: Device, facts: HashFacts): readonly Missing[] {
  return hashedFields.flatMap(field => {
    const typed = device.fields[field];
    const value = hashedValue(facts, field);
    const isUseful = value !== undefined && (field !== 'productKey' || productKeyKind(value) === 'pkid');
    return isUseful && (typed === undefined || typed.is === 'absent') ? [{ field, value }] : [];
  });
}

/** A value that is `null` or blank is replaced where it stands; the others are written in front of the hash, which is long. */
function editsFor(
  { text }: Manifest,
  device: Device,
  hash: Property,
  missing: readonly Missing[],
): readonly TextEdit[] {
  const replacements = missing.flatMap(({ field, value }) => {
    const blank = device.fields[field];
    return blank === undefined ? [] : [{ span: blank.span, text: JSON.stringify(value) }];
  });
  const members = missing
    .filter(({ field }) => device.fields[field] === undefined)
    .map(({ field, value }) => ({ name: hash.name === 'HardwareHash' ? pascalCase(field) : field, value }));
  const owner = { place: 'device', span: device.span, properties: device.properties } as const;
  return members.length === 0 ? replacements : [insertionBefore(text, owner, hash, members), ...replacements];
}
