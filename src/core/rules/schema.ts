import { schemaFaults } from '../manifest/schemaCheck.ts';
import type { SchemaFault } from '../manifest/schemaCheck.ts';
import type { ProblemBase, Rule } from './rule.ts';

export interface SchemaProblem extends ProblemBase {
  readonly code: 'schema';
  readonly fault: SchemaFault;
}

/** A value of a wrong type or shape: what the contract refuses and no other rule says better. */
export const schema: Rule<SchemaProblem> = function* (manifest) {
  for (const { fault, span } of schemaFaults(manifest)) {
    yield { code: 'schema', span, severity: 'error', fault };
  }
};
