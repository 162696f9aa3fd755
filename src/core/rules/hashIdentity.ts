import type { HashFacts } from '../hash/hardwareHash.ts';
import { hashSpan } from './hashSpan.ts';
import { isPlaceholder } from './placeholder.ts';
import type { DeviceRule, ProblemBase } from './rule.ts';

/** What the service insists on finding inside a hash. */
const mandatory = ['serialNumber', 'manufacturer'] as const satisfies readonly (keyof HashFacts)[];

export interface HashIdentityFault {
  readonly fact: (typeof mandatory)[number];
  /** The placeholder; `undefined` where there is nothing, or nothing that can be read. */
  readonly placeholder: string | undefined;
}

export interface HashIdentityProblem extends ProblemBase {
  readonly code: 'hash-identity';
  /** At least one. */
  readonly faults: readonly HashIdentityFault[];
}

/** An intact hash whose serial number or manufacturer is missing: the service answers `InvalidZtdHardwareHash` (802). */
export const hashIdentity: DeviceRule<HashIdentityProblem> = function* (device, hash) {
  const faults = hash?.is === 'intact' ? faultsOf(hash.facts) : [];
  if (faults.length > 0) yield { code: 'hash-identity', span: hashSpan(device), severity: 'warning', faults };
};

function faultsOf(facts: HashFacts): readonly HashIdentityFault[] {
  return mandatory
    .map(fact => ({ fact, placeholder: facts[fact] }))
    .filter(({ placeholder }) => placeholder === undefined || isPlaceholder(placeholder));
}
