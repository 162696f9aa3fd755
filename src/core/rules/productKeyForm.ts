import { textField } from '../manifest/manifest.ts';
import { productKeyKind } from './productKey.ts';
import type { ProductKeyKind } from './productKey.ts';
import type { DeviceRule, ProblemBase } from './rule.ts';

/** The value itself is no fact: a 5×5 key is a secret. */
export interface ProductKeyFormProblem extends ProblemBase {
  readonly code: 'product-key-form';
  readonly kind: Exclude<ProductKeyKind, 'pkid'>;
}

/** A product key that is not the PKID of one machine. */
export const productKeyForm: DeviceRule<ProductKeyFormProblem> = function* (device) {
  const field = textField(device, 'productKey');
  if (field === undefined) return;
  const kind = productKeyKind(field.text);
  if (kind !== 'pkid') yield { code: 'product-key-form', span: field.span, severity: 'warning', kind };
};
