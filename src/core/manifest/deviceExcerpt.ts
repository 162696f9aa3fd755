import type { Manifest } from './manifest.ts';
import type { Span } from './span.ts';

/** A device of a manifest, and what to say above it, one comment each. */
export interface CommentedDevice {
  /** The device in the text of the manifest. */
  readonly span: Span;
  readonly comments: readonly string[];
}

export interface DeviceExcerpt {
  /** One comment each, above everything else. */
  readonly comments: readonly string[];
  readonly customerId: string;
  readonly batchId: string;
  readonly devices: readonly CommentedDevice[];
}

const unit = '  ';

/**
 * The text of a manifest in JSON with comments that holds some devices of another one, just as they are written there:
 * properties in their spelling and order, comments inside devices too.
 */
export function deviceExcerptText({ text }: Pick<Manifest, 'text'>, excerpt: DeviceExcerpt): string {
  const { comments, customerId, batchId, devices } = excerpt;
  const indent = unit + unit;
  const items = devices.map(device =>
    [...device.comments.map(commentText), movedText(text, device.span, indent)].map(line => indent + line).join('\n'),
  );
  return [
    ...comments.map(commentText),
    '{',
    `${unit}"customerId": ${JSON.stringify(customerId)},`,
    `${unit}"batchId": ${JSON.stringify(batchId)},`,
    `${unit}"devices": [`,
    items.join(',\n'),
    `${unit}]`,
    '}',
    '',
  ].join('\n');
}

/** A comment ends with its line, so it must not have another. */
function commentText(comment: string): string {
  return `// ${comment.replaceAll(/[\n\r\u2028\u2029]+/g, ' ')}`;
}

/** What stands at `span`, its first line bare and the others moved from their indentation to `indent`. */
function movedText(text: string, { start, end }: Span, indent: string): string {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const before = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? '';
  const [first = '', ...others] = text.slice(start, end).split(/\r\n|\n|\r/);
  const moved = others.map(line => indent + (line.startsWith(before) ? line.slice(before.length) : line.trimStart()));
  return [first, ...moved].join('\n');
}
