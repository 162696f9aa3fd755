import { trimBlanks, withoutBlanks } from '../blanks.ts';
import { deviceTextFields, textField } from '../manifest/manifest.ts';
import type { Device, DeviceTextField } from '../manifest/manifest.ts';
import type { Span } from '../manifest/span.ts';
import { policyValues } from './policyValues.ts';
import type { ProblemBase, Rule } from './rule.ts';

export type PaddedField = DeviceTextField | 'policyValue';

export interface PaddedValueProblem extends ProblemBase {
  readonly code: 'padded-value';
  readonly field: PaddedField;
  /** Whether something inside the value has to go, not only around it. */
  readonly inside: boolean;
}

/** Blanks around a value, line breaks inside it, and any blank inside a hash. */
export const paddedValue: Rule<PaddedValueProblem> = function* (manifest) {
  for (const device of manifest.devices) {
    for (const { field, raw, span } of textsOf(device)) {
      const tidied = withoutPadding(field, raw);
      if (tidied === raw) continue;
      yield { code: 'padded-value', span, severity: 'warning', field, inside: tidied !== trimBlanks(raw) };
    }
  }
};

const lineBreaks = /\s*[\r\n\u2028\u2029]\s*/g;

/** The value as it is meant: where a name was broken into lines, a blank stands for each break. */
export function withoutPadding(field: PaddedField, raw: string): string {
  switch (field) {
    case 'hardwareHash':
      return withoutBlanks(raw);
    case 'serialNumber':
    case 'productKey':
      return trimBlanks(raw).replace(lineBreaks, '');
    case 'oemManufacturerName':
    case 'modelName':
    case 'policyValue':
      return trimBlanks(raw).replace(lineBreaks, ' ');
  }
}

function textsOf(
  device: Device,
): readonly { readonly field: PaddedField; readonly raw: string; readonly span: Span }[] {
  const own = deviceTextFields.flatMap(field => {
    const text = textField(device, field);
    return text === undefined ? [] : [{ field, raw: text.raw, span: text.span }];
  });
  const policies = policyValues(device).map(value => ({ field: 'policyValue', ...value }) as const);
  return [...own, ...policies].toSorted((a, b) => a.span.start - b.span.start);
}
