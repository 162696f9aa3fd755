import { firstToken } from '../jsonTokens.ts';
import type { Property } from '../manifest.ts';
import type { ManifestObject } from '../manifestObjects.ts';
import { spanOf } from '../propertyAt.ts';
import type { TextEdit } from '../textEdit.ts';

/** A property with a text. */
export interface TextMember {
  readonly name: string;
  readonly value: string;
}

/**
 * The edit that writes new members before a property of an object, the way this property is written: on the same line or each on
 * its own. A comment stays at what it stands at: behind the members before, or above the property.
 */
export function insertionBefore(
  text: string,
  owner: ManifestObject,
  property: Property,
  members: readonly TextMember[],
): TextEdit {
  const from = endBefore(text, owner, property);
  const gap = text.slice(from, property.nameSpan.start);
  const colon = colonOf(text, property);
  const written = members.map(({ name, value }) => `${JSON.stringify(name)}${colon}${JSON.stringify(value)},`);

  const rest = restOfLine.exec(gap)?.[0] ?? '';
  const lineBreak = /^\r?\n|^\r/.exec(gap.slice(rest.length))?.[0];
  if (lineBreak === undefined) {
    const separator = gap === '' && colon === ':' ? '' : ' ';
    const at = property.nameSpan.start;
    return { span: { start: at, end: at }, text: written.map(member => member + separator).join('') };
  }
  const indentation = /([ \t]*)[^\r\n]*$/.exec(gap)?.[1] ?? '';
  const at = from + rest.length;
  return { span: { start: at, end: at }, text: written.map(member => lineBreak + indentation + member).join('') };
}

/** Blanks and comments. */
const restOfLine = /^(?:[ \t]|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*/;

/** The end of the comma or brace before a property. */
function endBefore(text: string, { span, properties }: ManifestObject, property: Property): number {
  const previous = properties[properties.indexOf(property) - 1];
  if (previous === undefined) return span.start + 1;
  const { end } = spanOf(previous);
  return end + firstToken(text.slice(end, property.nameSpan.start)).end;
}

/** The colon of a property with the blanks around it. */
function colonOf(text: string, { nameSpan, value }: Property): string {
  const colon = text.slice(nameSpan.end, value.span.start);
  return /^[ \t]*:[ \t]*$/.test(colon) ? colon : ': ';
}
