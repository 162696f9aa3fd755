import type { Property } from '../manifest/manifest.ts';
import { camelCase } from '../manifest/names.ts';
import { ownText } from '../manifest/ownText.ts';
import type { Span } from '../manifest/span.ts';
import type { ObjectRule, ProblemBase } from './rule.ts';

export interface PropertyTwiceProblem extends ProblemBase {
  readonly code: 'property-twice';
  /** As written here. */
  readonly name: string;
  /** Whether it stood there before in this very spelling, which every JSON reader sees. */
  readonly sameSpelling: boolean;
  /** The name where it stands first. */
  readonly first: Span;
}

/** The same property again in one object, in camelCase or PascalCase: readers disagree on which one counts. */
export const propertyTwice: ObjectRule<PropertyTwiceProblem> = function* ({ properties }) {
  const firsts = new Map<string, Property>();
  const spellings = new Map<Property, Set<string>>();
  for (const property of properties) {
    const { name, known, nameSpan } = property;
    const meaning = known ?? camelCase(name);
    const first = firsts.get(meaning);
    if (first === undefined) {
      firsts.set(meaning, property);
      continue;
    }
    const earlier = spellings.get(first) ?? new Set([first.name]);
    const sameSpelling = earlier.has(name);
    yield {
      code: 'property-twice',
      span: nameSpan,
      severity: 'error',
      name: ownText(name),
      sameSpelling,
      first: first.nameSpan,
    };
    spellings.set(first, earlier.add(name));
  }
};
