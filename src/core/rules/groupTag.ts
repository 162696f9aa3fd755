import { trimBlanks } from '../blanks.ts';
import { isAbsent } from '../manifest/jsonValue.ts';
import { camelCase, groupTagNames } from '../manifest/names.ts';
import { ownText } from '../manifest/ownText.ts';
import type { ObjectRule, ProblemBase } from './rule.ts';

export interface GroupTagProblem extends ProblemBase {
  readonly code: 'group-tag';
  /** As written. */
  readonly name: string;
  /** The tag without the blanks around it; `undefined` if it is no text. */
  readonly tag: string | undefined;
}

/** A group tag of its own for a device or batch: the service has none, the batch id is the tag. */
export const groupTag: ObjectRule<GroupTagProblem> = function* ({ place, properties }) {
  if (place === 'policy') return;
  for (const { name, nameSpan, value } of properties) {
    if (!groupTagNames.includes(camelCase(name)) || isAbsent(value)) continue;
    const tag = value.type === 'string' ? trimBlanks(value.text) : undefined;
    yield { code: 'group-tag', span: nameSpan, severity: 'warning', name: ownText(name), tag: tag && ownText(tag) };
  }
};
