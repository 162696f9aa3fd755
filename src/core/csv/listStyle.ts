import type { Manifest } from '../manifest/manifest.ts';
import type { Span } from '../manifest/span.ts';
import type { ObjectLayout } from './deviceText.ts';

/** How a manifest is written. */
export interface DocumentStyle {
  readonly lineBreak: string;
  /** One step of indentation. */
  readonly unit: string;
  /** What stands behind colons and commas within a line. */
  readonly blank: ' ' | '';
  /** Whether all of it stands on one line. */
  readonly isOneLine: boolean;
}

/** How the items of a list are written. */
export interface ListStyle {
  /** What stands between an item's comma and the next item. */
  readonly separator: string;
  readonly layout: ObjectLayout;
}

const defaultUnit = '  ';
/** How much of an object tells whether blanks stand behind its colons. */
const sampleLength = 1000;

export function documentStyle({ text, span, properties }: Manifest): DocumentStyle {
  const [first] = properties;
  const firstIndent = first === undefined ? '' : indentAt(text, first.nameSpan.start);
  return {
    lineBreak: text.includes('\r\n') ? '\r\n' : '\n',
    unit:
      first !== undefined && firstIndent !== '' && startsLine(text, first.nameSpan.start) ? firstIndent : defaultUnit,
    blank: blankOf(text, span),
    isOneLine: !text.slice(span.start, span.end).includes('\n'),
  };
}

/** How the list at `list`, which holds `items`, is written; an empty one as the document suggests. */
export function listStyle(text: string, list: Span, items: readonly Span[], style: DocumentStyle): ListStyle {
  const { lineBreak, unit, blank, isOneLine } = style;
  const first = items[0];
  const last = items.at(-1);
  if (first === undefined || last === undefined) {
    const indent = indentAt(text, list.start) + unit;
    return isOneLine
      ? { separator: blank, layout: { is: 'line', blank } }
      : { separator: lineBreak + indent, layout: { is: 'block', lineBreak, indent, unit } };
  }
  const haveOwnLines = text.slice(list.start, first.start).includes('\n');
  const isBlock = text.slice(last.start, last.end).includes('\n');
  const indent = indentAt(text, haveOwnLines ? last.start : last.end - 1);
  return {
    separator: haveOwnLines ? lineBreak + indent : blank,
    layout: isBlock ? { is: 'block', lineBreak, indent, unit } : { is: 'line', blank: blankOf(text, last) },
  };
}

/** The blanks that the line of `offset` begins with. */
export function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  let end = lineStart;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') {
    end += 1;
  }
  return text.slice(lineStart, Math.min(end, offset));
}

/** Whether nothing but blanks stands before `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return lineStart + indentAt(text, offset).length === offset;
}

function blankOf(text: string, { start, end }: Span): ' ' | '' {
  return /":\S/.test(text.slice(start, Math.min(end, start + sampleLength))) ? '' : ' ';
}
