import { trimBlanks } from '../blanks.ts';
import { isAbsent } from '../manifest/jsonValue.ts';
import { manifestObjects } from '../manifest/manifestObjects.ts';
import { camelCase, groupTagNames } from '../manifest/names.ts';
import type { ProblemBase, Rule } from './rule.ts';

export interface GroupTagProblem extends ProblemBase {
  readonly code: 'group-tag';
  /** As written. */
  readonly name: string;
  /** The tag without the blanks around it; `undefined` if it is no text. */
  readonly tag: string | undefined;
}

/** A group tag of its own for a device or batch: the service has none, the batch id is the tag. */
export const groupTag: Rule<GroupTagProblem> = function* (manifest) {
  for (const { place, properties } of manifestObjects(manifest)) {
    if (place === 'policy') continue;
    for (const { name, nameSpan, value } of properties) {
      if (!groupTagNames.includes(camelCase(name)) || value === undefined || isAbsent(value)) continue;
      const tag = value.type === 'string' ? trimBlanks(value.text) : undefined;
      yield { code: 'group-tag', span: nameSpan, severity: 'warning', name, tag };
    }
  }
};
