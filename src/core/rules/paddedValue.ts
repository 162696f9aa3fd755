import { trimBlanks, withoutBlanks } from '../blanks.ts';
import { deviceTextFields } from '../manifest/manifest.ts';
import type { Device, DeviceTextField, TextField } from '../manifest/manifest.ts';
import type { ProblemBase, Rule } from './rule.ts';
import { textFieldsOf } from './textFieldsOf.ts';

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
    for (const { name, field } of textsOf(device)) {
      const tidied = withoutPadding(name, field.raw);
      if (tidied === field.raw) continue;
      yield { code: 'padded-value', span: field.span, severity: 'warning', field: name, inside: tidied !== field.text };
    }
  }
};

const blankRuns = /\s+/g;
const lineBreak = /[\r\n\u2028\u2029]/;

/** The value as it is meant: where a name was broken into lines, a blank stands for each break. */
export function withoutPadding(field: PaddedField, raw: string): string {
  switch (field) {
    case 'hardwareHash':
      return withoutBlanks(raw);
    case 'serialNumber':
    case 'productKey':
      return joinLines(trimBlanks(raw), '');
    case 'oemManufacturerName':
    case 'modelName':
    case 'policyValue':
      return joinLines(trimBlanks(raw), ' ');
  }
}

function joinLines(text: string, joint: string): string {
  return text.replace(blankRuns, run => (lineBreak.test(run) ? joint : run));
}

/** In text order. */
function textsOf(device: Device): readonly { readonly name: PaddedField; readonly field: TextField }[] {
  const policyValues = device.policyEntries.flatMap(({ value }) =>
    value?.is === 'text' ? [{ name: 'policyValue', field: value } as const] : [],
  );
  return [...textFieldsOf(device, deviceTextFields), ...policyValues].toSorted(
    (a, b) => a.field.span.start - b.field.span.start,
  );
}
