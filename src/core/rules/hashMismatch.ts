import type { HashFacts } from '../hash/hardwareHash.ts';
import { textField } from '../manifest/manifest.ts';
import type { Device } from '../manifest/manifest.ts';
import type { Severity } from '../manifest/severity.ts';
import { hashedFields, hashedValue } from './hashedValue.ts';
import type { HashedField } from './hashedValue.ts';
import type { DeviceRule, ProblemBase } from './rule.ts';

export interface HashMismatchProblem extends ProblemBase {
  readonly code: 'hash-mismatch';
  readonly field: HashedField;
  /** What stands inside the hash instead. */
  readonly inHash: string;
}

/** A machine reports a serial number or product key that is not as registered (event 908), but never a name. */
const severities: Readonly<Record<HashedField, Severity>> = {
  serialNumber: 'warning',
  productKey: 'warning',
  oemManufacturerName: 'hint',
  modelName: 'hint',
};

/** A typed value that differs from the one inside the device's own intact hash. */
export const hashMismatch: DeviceRule<HashMismatchProblem> = function* (device, hash) {
  if (hash?.is === 'intact') yield* mismatchesOf(device, hash.facts);
};

function mismatchesOf(device: Device, facts: HashFacts): readonly HashMismatchProblem[] {
  return hashedFields
    .flatMap(field => {
      const typed = textField(device, field);
      const inHash = hashedValue(facts, field);
      return typed === undefined || inHash === undefined || typed.text === inHash || !isComparable(field, typed.text)
        ? []
        : [{ code: 'hash-mismatch', span: typed.span, severity: severities[field], field, inHash } as const];
    })
    .toSorted((a, b) => a.span.start - b.span.start);
}

/** A hash holds a product key as a PKID; what is typed in another form may still be the same key. */
function isComparable(field: HashedField, typed: string): boolean {
  return field !== 'productKey' || /^\d{13}$/.test(typed);
}
