import { textField } from '../manifest/manifest.ts';
import type { Device, DeviceTextField } from '../manifest/manifest.ts';
import { firmwareMaker, isMarketingModel } from './firmwareNames.ts';
import { isPlaceholder } from './placeholder.ts';
import type { DeviceRule, ProblemBase } from './rule.ts';
import { textFieldsOf } from './textFieldsOf.ts';

const firmwareNames = ['oemManufacturerName', 'modelName'] as const satisfies DeviceTextField[];

export interface TupleSpellingProblem extends ProblemBase {
  readonly code: 'tuple-spelling';
  readonly field: (typeof firmwareNames)[number];
  /** What firmware says instead; `undefined` where only the machine itself can tell. */
  readonly suggestion: string | undefined;
}

/**
 * A maker or model that firmware spells otherwise.
 *
 * A device without a hash or product key is found by serial number, maker and model, compared exactly and with case
 * (Michael Niehaus, "Using the tuple", oofhours.com of 2020-01-29).
 */
export const tupleSpelling: DeviceRule<TupleSpellingProblem> = function* (device) {
  if (!isKnownByTupleOnly(device)) return;
  const maker = textField(device, 'oemManufacturerName')?.text ?? '';
  for (const { name, field } of textFieldsOf(device, firmwareNames)) {
    const correction = isPlaceholder(field.text) ? undefined : correctionOf(name, field.text, maker);
    if (correction === undefined) continue;
    yield { code: 'tuple-spelling', span: field.span, severity: 'warning', field: name, ...correction };
  }
};

function isKnownByTupleOnly(device: Device): boolean {
  const isMissing = (name: DeviceTextField) => (device.fields[name]?.is ?? 'absent') === 'absent';
  const isThere = (name: DeviceTextField) => textField(device, name) !== undefined;
  return (
    isMissing('hardwareHash') && isMissing('productKey') && isThere('serialNumber') && firmwareNames.every(isThere)
  );
}

function correctionOf(
  name: TupleSpellingProblem['field'],
  text: string,
  maker: string,
): Pick<TupleSpellingProblem, 'suggestion'> | undefined {
  const suggestion = firmwareMaker(maker) ?? maker;
  switch (name) {
    case 'oemManufacturerName':
      return text === suggestion ? undefined : { suggestion };
    case 'modelName':
      return isMarketingModel(suggestion, text) ? { suggestion: undefined } : undefined;
  }
}
