import type { Property } from '../manifest.ts';
import { camelCase } from '../names.ts';
import { propertyAt } from '../propertyAt.ts';
import type { FixBase, FixMaker } from './fixMaker.ts';
import { removalOf } from './removalOf.ts';

export interface RemoveRepeatFix extends FixBase {
  readonly kind: 'remove-repeat';
  readonly name: string;
}

/** Removes a property that only repeats the one of its name before it. */
export const removeRepeat: FixMaker<RemoveRepeatFix> = function* (problem, { manifest }) {
  if (problem.code !== 'property-twice') return;
  const located = propertyAt(manifest, problem.span.start);
  if (located === undefined) return;
  const { owner, property } = located;
  const earlier = owner.properties.findLast(
    ({ name, nameSpan }) => nameSpan.start < problem.span.start && camelCase(name) === camelCase(problem.name),
  );
  if (earlier === undefined || writtenValue(manifest.text, earlier) !== writtenValue(manifest.text, property)) return;
  yield { kind: 'remove-repeat', name: problem.name, edits: removalOf(manifest.text, owner, property) };
};

function writtenValue(text: string, { value: { span } }: Property): string {
  return text.slice(span.start, span.end);
}
