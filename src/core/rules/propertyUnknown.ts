import { manifestObjects } from '../manifest/manifestObjects.ts';
import { type Place, camelCase, groupTagNames } from '../manifest/names.ts';
import { nearestName } from '../manifest/nearestName.ts';
import type { ProblemBase, Rule } from './rule.ts';

export interface PropertyUnknownProblem extends ProblemBase {
  readonly code: 'property-unknown';
  readonly place: Place;
  readonly name: string;
  /** The known name it most probably means. */
  readonly nearest: string | undefined;
}

/** A property that will not be sent, because the object has none of that name. */
export const propertyUnknown: Rule<PropertyUnknownProblem> = function* (manifest) {
  const nearestNames = new Map<string, string | undefined>();
  for (const { place, properties } of manifestObjects(manifest)) {
    for (const { name, known, nameSpan } of properties) {
      if (known !== undefined || isGroupTag(place, name)) continue;
      const key = `${place} ${name}`;
      const nearest = nearestNames.has(key) ? nearestNames.get(key) : nearestName(place, name);
      nearestNames.set(key, nearest);
      yield { code: 'property-unknown', span: nameSpan, severity: 'warning', place, name, nearest };
    }
  }
};

function isGroupTag(place: Place, name: string): boolean {
  return place !== 'policy' && groupTagNames.includes(camelCase(name));
}
