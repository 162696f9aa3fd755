import { nearestName } from '../nearestName.ts';
import { propertyAt } from '../propertyAt.ts';
import type { FixBase, FixMaker } from './fixMaker.ts';

export interface RenamePropertyFix extends FixBase {
  readonly kind: 'rename-property';
  readonly name: string;
}

/** Gives an unknown property the known name that it most probably means, unless the object has one of that name already. */
export const renameProperty: FixMaker<RenamePropertyFix> = function* (problem, { manifest }) {
  if (problem.code !== 'property-unknown' || problem.nearest === undefined) return;
  const { nearest, place, span } = problem;
  const { properties } = propertyAt(manifest, span.start)?.owner ?? { properties: [] };
  const rivals = properties.filter(({ name, known }) => known === nearest || nearestName(place, name) === nearest);
  if (rivals.at(0)?.nameSpan.start !== span.start || rivals.some(({ known }) => known === nearest)) return;
  yield { kind: 'rename-property', name: nearest, edits: [{ span, text: JSON.stringify(nearest) }] };
};
