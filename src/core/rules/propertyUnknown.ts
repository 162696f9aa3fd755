import { type Place, camelCase, groupTagNames } from '../manifest/names.ts';
import { nearestName } from '../manifest/nearestName.ts';
import { ownText } from '../manifest/ownText.ts';
import type { ObjectRule, ProblemBase } from './rule.ts';

export interface PropertyUnknownProblem extends ProblemBase {
  readonly code: 'property-unknown';
  readonly place: Place;
  readonly name: string;
  /** The known name it most probably means. */
  readonly nearest: string | undefined;
}

/** A property that will not be sent, because the object has none of that name. */
export const propertyUnknown: ObjectRule<PropertyUnknownProblem> = function* ({ place, properties }) {
  for (const { name, known, nameSpan } of properties) {
    if (known !== undefined || isGroupTag(place, name)) continue;
    const nearest = nearestName(place, name);
    yield { code: 'property-unknown', span: nameSpan, severity: 'warning', place, name: ownText(name), nearest };
  }
};

function isGroupTag(place: Place, name: string): boolean {
  return place !== 'policy' && groupTagNames.includes(camelCase(name));
}
