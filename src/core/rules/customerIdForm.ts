import { isTouchedByFault } from '../manifest/isTouchedByFault.ts';
import type { BatchRule, ProblemBase } from './rule.ts';

export interface CustomerIdFormProblem extends ProblemBase {
  readonly code: 'customer-id-form';
  /** The id as it should be written; `undefined` if the text holds none. */
  readonly plain: string | undefined;
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const onlyZeros = /^[0-]+$/;

/** A customer id is a GUID, the customer's tenant id. */
export const customerIdForm: BatchRule<CustomerIdFormProblem> = function* (manifest) {
  const { customerId } = manifest;
  if (customerId?.is !== 'text' || isCustomerId(customerId.raw)) return;
  if (isTouchedByFault(manifest, customerId.span)) return;
  yield { code: 'customer-id-form', span: customerId.span, severity: 'error', plain: plainForm(customerId.text) };
};

function isCustomerId(text: string): boolean {
  return guid.test(text) && !onlyZeros.test(text);
}

/** Without braces and blanks, and with dashes where they belong. */
function plainForm(text: string): string | undefined {
  const digits = text.replaceAll(/[{}()\s-]/g, '');
  const plain = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isCustomerId(plain) ? plain : undefined;
}
