import { textField } from '../manifest/manifest.ts';
import type { Device, DeviceTextField } from '../manifest/manifest.ts';
import { firmwareMaker, isMarketingModel } from './firmwareNames.ts';
import { isPlaceholder } from './placeholder.ts';
import type { ProblemBase, Rule } from './rule.ts';

export interface TupleSpellingProblem extends ProblemBase {
  readonly code: 'tuple-spelling';
  readonly field: Extract<DeviceTextField, 'oemManufacturerName' | 'modelName'>;
  /** What the machine's firmware says instead; `undefined` where only the machine itself can tell. */
  readonly suggestion: string | undefined;
}

/**
 * A maker or model that is not spelled as firmware spells it.
 *
 * A device that has neither a hash nor a product key is found by serial number, maker and model, compared exactly and with case
 * (Windows Autopilot documentation, "Manually register devices", device tuple).
 */
export const tupleSpelling: Rule<TupleSpellingProblem> = function* (manifest) {
  for (const device of manifest.devices) {
    if (!isKnownByTupleOnly(device)) continue;
    const maker = textField(device, 'oemManufacturerName');
    const model = textField(device, 'modelName');
    if (maker === undefined || model === undefined || isPlaceholder(maker.text)) continue;

    const suggestion = firmwareMaker(maker.text) ?? maker.text;
    if (suggestion !== maker.text) {
      yield { code: 'tuple-spelling', span: maker.span, severity: 'warning', field: 'oemManufacturerName', suggestion };
    }
    if (!isPlaceholder(model.text) && isMarketingModel(suggestion, model.text)) {
      yield {
        code: 'tuple-spelling',
        span: model.span,
        severity: 'warning',
        field: 'modelName',
        suggestion: undefined,
      };
    }
  }
};

function isKnownByTupleOnly({ fields }: Device): boolean {
  return (
    [fields.hardwareHash, fields.productKey].every(field => field === undefined || field.is === 'absent') &&
    fields.serialNumber?.is === 'text'
  );
}
