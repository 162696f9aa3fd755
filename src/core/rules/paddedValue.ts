import { trimBlanks, withoutBlanks } from '../blanks.ts';
import { bareHash } from '../hash/bareHash.ts';
import { deviceTextFields } from '../manifest/manifest.ts';
import type { DeviceTextField, Field } from '../manifest/manifest.ts';
import type { DeviceRule, ProblemBase } from './rule.ts';

export type PaddedField = DeviceTextField | 'policyValue';

export interface PaddedValueProblem extends ProblemBase {
  readonly code: 'padded-value';
  readonly field: PaddedField;
  /** Whether something inside the value has to go, not only around it. */
  readonly inside: boolean;
}

/** Blanks around a value, line breaks inside it, and any blank inside a hash. */
export const paddedValue: DeviceRule<PaddedValueProblem> = (device, hash) => {
  const problems: PaddedValueProblem[] = [];
  const check = (name: PaddedField, field: Field | undefined) => {
    if (field?.is !== 'text') return;
    const isBare = name === 'hardwareHash' && field.raw === bareHash(field.text, hash);
    const tidied = isBare ? field.raw : withoutPadding(name, field.raw);
    if (tidied === field.raw) return;
    const inside = tidied !== field.text;
    problems.push({ code: 'padded-value', span: field.span, severity: 'warning', field: name, inside });
  };
  for (const name of deviceTextFields) check(name, device.fields[name]);
  for (const { value } of device.policyEntries) check('policyValue', value);
  return problems.sort((a, b) => a.span.start - b.span.start);
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
  return lineBreak.test(text) ? text.replace(blankRuns, run => (lineBreak.test(run) ? joint : run)) : text;
}
