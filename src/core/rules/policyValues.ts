import type { Node } from 'jsonc-parser';

import { trimBlanks } from '../blanks.ts';
import type { Device } from '../manifest/manifest.ts';
import type { Span } from '../manifest/span.ts';

/** The values of a device's policies that hold text; of a `value` written twice in one policy the last counts. */
export function policyValues({ policies }: Device): readonly { readonly raw: string; readonly span: Span }[] {
  return (policies?.value?.children ?? []).flatMap(policy => {
    const value = valueOf(policy);
    const raw: unknown = value?.value;
    if (value === undefined || typeof raw !== 'string' || trimBlanks(raw) === '') return [];
    return [{ raw, span: { start: value.offset, end: value.offset + value.length } }];
  });
}

function valueOf(policy: Node): Node | undefined {
  if (policy.type !== 'object') return undefined;
  return policy.children
    ?.map(property => property.children ?? [])
    .findLast(([name]) => name?.value === 'value' || name?.value === 'Value')
    ?.at(1);
}
