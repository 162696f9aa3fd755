import type { GroupTagProblem } from '../../rules/groupTag.ts';
import type { Manifest } from '../manifest.ts';
import { camelCase, groupTagNames, pascalCase } from '../names.ts';
import { type LocatedProperty, propertyAt, spanOf } from '../propertyAt.ts';
import type { TextEdit } from '../textEdit.ts';
import type { FixBase, FixMaker } from './fixMaker.ts';
import { removalOf } from './removalOf.ts';

export interface MoveGroupTagFix extends FixBase {
  readonly kind: 'move-group-tag';
  readonly tag: string;
}

/** Makes a group tag the batch id, which is what tags the devices, and removes it from where it stands. */
export const moveGroupTag: FixMaker<MoveGroupTagFix> = function* (problem, { manifest }) {
  if (problem.code !== 'group-tag' || problem.tag === undefined || !canMoveGroupTag(problem, manifest)) return;
  const located = propertyAt(manifest, problem.span.start);
  if (located === undefined) return;
  yield { kind: 'move-group-tag', tag: problem.tag, edits: moveEdits(manifest, located, problem.tag) };
};

/** Whether the batch has no id yet, or this one. Before the tags of its devices comes the batch's own. */
export function canMoveGroupTag({ tag, span }: GroupTagProblem, { batchId, properties, intact }: Manifest): boolean {
  if (batchId?.is === 'text') return batchId.text === tag;
  const own = properties.find(({ name, value }) => groupTagNames.includes(camelCase(name)) && value.type === 'string');
  const isFirst = own === undefined || own.nameSpan.start === span.start;
  return tag !== undefined && isFirst && (batchId?.is === 'absent' || (batchId === undefined && intact));
}

function moveEdits(manifest: Manifest, { owner, property }: LocatedProperty, tag: string): readonly TextEdit[] {
  const { text, batchId, properties } = manifest;
  const removal = removalOf(text, owner, property);
  const value = JSON.stringify(tag);
  if (batchId?.is === 'text') return removal;
  if (batchId !== undefined) return [{ span: batchId.span, text: value }, ...removal];
  const name = JSON.stringify(batchIdName(manifest));
  if (owner.place === 'batch') return [{ span: spanOf(property), text: `${name}: ${value}` }];
  const start = properties[0]?.nameSpan.start ?? manifest.span.start + 1;
  const gap = /\s*$/.exec(text.slice(manifest.span.start + 1, start))?.[0] ?? '';
  return [{ span: { start, end: start }, text: `${name}: ${value},${gap === '' ? ' ' : gap}` }, ...removal];
}

/** In the spelling of the other names. */
function batchIdName({ devicesProperty }: Manifest): string {
  return devicesProperty?.name === pascalCase('devices') ? pascalCase('batchId') : 'batchId';
}
