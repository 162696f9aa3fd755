import { schemaFaultsOfBatch, schemaFaultsOfDevice } from '../manifest/schemaCheck.ts';
import type { LocatedSchemaFault, SchemaFault } from '../manifest/schemaCheck.ts';
import type { BatchRule, DeviceRule, ProblemBase } from './rule.ts';

export interface SchemaProblem extends ProblemBase {
  readonly code: 'schema';
  readonly fault: SchemaFault;
}

/** A value of a wrong type or shape in the batch itself: what the contract refuses and no other rule says better. */
export const schema: BatchRule<SchemaProblem> = function* (manifest) {
  for (const fault of schemaFaultsOfBatch(manifest)) yield problemOf(fault);
};

/** The same in a device. */
export const deviceSchema: DeviceRule<SchemaProblem> = function* (device) {
  for (const fault of schemaFaultsOfDevice(device)) yield problemOf(fault);
};

function problemOf({ fault, span }: LocatedSchemaFault): SchemaProblem {
  return { code: 'schema', span, severity: 'error', fault };
}
