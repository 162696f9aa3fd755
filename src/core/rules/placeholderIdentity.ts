import { textField } from '../manifest/manifest.ts';
import type { DeviceTextField } from '../manifest/manifest.ts';
import { isPlaceholder } from './placeholder.ts';
import type { ProblemBase, Rule } from './rule.ts';

const firmwareFields = [
  'serialNumber',
  'oemManufacturerName',
  'modelName',
] as const satisfies readonly DeviceTextField[];

export interface PlaceholderIdentityProblem extends ProblemBase {
  readonly code: 'placeholder-identity';
  readonly field: (typeof firmwareFields)[number];
}

/** A serial number, maker or model that the machine's firmware never had filled in. Beside an intact hash it does less harm. */
export const placeholderIdentity: Rule<PlaceholderIdentityProblem> = function* (manifest, context) {
  for (const device of manifest.devices) {
    const severity = context.hashOf(device)?.is === 'intact' ? 'information' : 'warning';
    for (const name of firmwareFields) {
      const field = textField(device, name);
      if (field !== undefined && isPlaceholder(field.text)) {
        yield { code: 'placeholder-identity', span: field.span, severity, field: name };
      }
    }
  }
};
