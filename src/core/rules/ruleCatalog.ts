import type { ProblemCode } from '../manifest/problem.ts';
import type { Severity } from '../manifest/severity.ts';

export type { ProblemCode };

/** What is known of a rule before it runs. */
export interface CatalogEntry {
  /** The rule's usual severity; single problems may be milder. */
  readonly severity: Severity;
  /** Whether the upload gate keeps this severity, whatever the user's settings say. */
  readonly locked: boolean;
}

function locked(severity: Severity): CatalogEntry {
  return { severity, locked: true };
}

function free(severity: Severity): CatalogEntry {
  return { severity, locked: false };
}

/** Every code a problem can have. */
export const ruleCatalog: Readonly<Record<ProblemCode, CatalogEntry>> = {
  syntax: locked('error'),
  schema: locked('error'),
  'property-unknown': free('warning'),
  'property-twice': locked('error'),
  'identity-missing': locked('error'),
  'batch-id-blank': locked('error'),
  'batch-id-form': free('warning'),
  'devices-empty': locked('error'),
  'customer-id-form': locked('error'),
  'policies-empty': free('information'),
  'group-tag': free('warning'),
  'batch-large': free('information'),
  'hash-damaged': free('error'),
  'hash-altered': free('warning'),
  'hash-unrecognized': free('warning'),
  'hash-identity': free('warning'),
  'hash-mismatch': free('warning'),
  'hash-note': free('information'),
  'duplicate-device': free('warning'),
  'board-replaced': free('warning'),
  'placeholder-identity': free('warning'),
  'padded-value': free('warning'),
  'product-key-form': free('warning'),
  'tuple-spelling': free('warning'),
};

export const problemCodes: readonly ProblemCode[] = Object.keys(ruleCatalog).filter(isProblemCode);

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(ruleCatalog, text);
}
