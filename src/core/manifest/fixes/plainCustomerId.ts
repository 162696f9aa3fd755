import type { FixBase, FixMaker } from './fixMaker.ts';

export interface PlainCustomerIdFix extends FixBase {
  readonly kind: 'plain-customer-id';
  readonly customerId: string;
}

/** Writes a customer id the plain way, without braces and blanks and with its dashes. */
export const plainCustomerId: FixMaker<PlainCustomerIdFix> = function* (problem) {
  if (problem.code !== 'customer-id-form' || problem.plain === undefined) return;
  const { plain, span } = problem;
  yield { kind: 'plain-customer-id', customerId: plain, edits: [{ span, text: JSON.stringify(plain) }] };
};
