import type { DeviceTextField } from '../manifest/manifest.ts';
import { isPlaceholder } from './placeholder.ts';
import type { DeviceRule, ProblemBase } from './rule.ts';
import { textFieldsOf } from './textFieldsOf.ts';

const firmwareFields = ['serialNumber', 'oemManufacturerName', 'modelName'] as const satisfies DeviceTextField[];

export interface PlaceholderIdentityProblem extends ProblemBase {
  readonly code: 'placeholder-identity';
  readonly field: (typeof firmwareFields)[number];
}

/** What firmware reports where the maker of a machine filled in nothing. Beside an intact hash it does less harm. */
export const placeholderIdentity: DeviceRule<PlaceholderIdentityProblem> = function* (device, hash) {
  const severity = hash?.is === 'intact' ? 'information' : 'warning';
  for (const { name, field } of textFieldsOf(device, firmwareFields)) {
    if (!isPlaceholder(field.text)) continue;
    yield { code: 'placeholder-identity', span: field.span, severity, field: name };
  }
};
