import { isAbsent } from '../manifest/jsonValue.ts';
import type { ManifestFrame } from '../manifest/manifest.ts';
import { type Span, openingOf } from '../manifest/span.ts';
import type { BatchRule, ProblemBase } from './rule.ts';

export interface DevicesEmptyProblem extends ProblemBase {
  readonly code: 'devices-empty';
}

/** A batch without devices: the service answers 400. */
export const devicesEmpty: BatchRule<DevicesEmptyProblem> = function* (manifest) {
  const span = placeOfNoDevices(manifest);
  if (span !== undefined) yield { code: 'devices-empty', span, severity: 'error' };
};

function placeOfNoDevices({ devicesProperty, deviceCount, strays, intact, span }: ManifestFrame): Span | undefined {
  if (devicesProperty === undefined) return intact ? openingOf(span) : undefined;
  const { value } = devicesProperty;
  const isEmptyList = value.type === 'array' && deviceCount === 0 && strays.length === 0 && intact;
  return isEmptyList || isAbsent(value) ? value.span : undefined;
}
