import { firstToken } from '../manifest/jsonTokens.ts';
import { isAbsent } from '../manifest/jsonValue.ts';
import type { Manifest } from '../manifest/manifest.ts';
import type { Span } from '../manifest/span.ts';
import type { TextEdit } from '../manifest/textEdit.ts';
import { type DeviceValues, deviceListText, deviceText } from './deviceText.ts';
import { type DocumentStyle, documentStyle, indentAt, listStyle, startsLine } from './listStyle.ts';

/**
 * Adds devices behind those of a manifest, as one edit that keeps every comment and looks like the rest of the list.
 *
 * `undefined` if the text has a syntax fault, or `devices` holds something that is no list.
 */
export function addDevices(manifest: Manifest, devices: readonly DeviceValues[]): TextEdit | undefined {
  const { root, devicesProperty, syntaxFaults } = manifest;
  if (syntaxFaults.length > 0 || root?.type !== 'object') {
    return undefined;
  }
  const value = devicesProperty?.value;
  if (value === undefined) {
    return addProperty(manifest, devices);
  }
  if (value.type === 'array') {
    return addItems(manifest, value.span, devices);
  }
  return isAbsent(value) ? { span: value.span, text: newList(manifest, value.span.start, devices) } : undefined;
}

/**
 * The text that puts devices at `offset`, with the commas they need there.
 *
 * `undefined` if that is no place for a device: outside the list, inside a device or in a comment.
 */
export function devicesTextAt(
  manifest: Manifest,
  offset: number,
  devices: readonly DeviceValues[],
): string | undefined {
  const { text, devicesProperty, deviceCount } = manifest;
  const list = devicesProperty?.value;
  const isWhole =
    list?.type === 'array' && text.charAt(list.span.end - 1) === ']' && deviceCount === manifest.devices.length;
  if (!isWhole || offset <= list.span.start || offset >= list.span.end) {
    return undefined;
  }
  const items = itemsOf(manifest);
  const before = items.findLast(({ end }) => end <= offset);
  const behind = items.find(({ start }) => start >= offset);
  const left = text.slice(before?.end ?? list.span.start + 1, offset);
  const right = text.slice(offset, behind?.start ?? list.span.end - 1);
  if (items.some(({ start, end }) => start < offset && offset < end) || endsInComment(left)) {
    return undefined;
  }
  const style = documentStyle(manifest);
  const { separator, layout } = listStyle(text, list.span, items, style);
  const hasLines = separator.includes('\n');
  const opening = startsLine(text, offset) || !hasLines ? '' : separator;
  const closing = items.length === 0 && hasLines && !right.includes('\n') ? closingOf(text, list.span, style) : '';
  const texts = devices.map(device => deviceText(device, layout)).join(`,${separator}`);
  const commaBefore = before === undefined || holdsComma(left) ? '' : ',';
  const commaBehind = behind === undefined || holdsComma(right) ? '' : ',';
  return commaBefore + opening + texts + commaBehind + closing;
}

function itemsOf({ devices, strays }: Manifest): readonly Span[] {
  return [...devices, ...strays].map(({ span }) => span).toSorted((a, b) => a.start - b.start);
}

function addItems(manifest: Manifest, list: Span, devices: readonly DeviceValues[]): TextEdit {
  const { text } = manifest;
  const style = documentStyle(manifest);
  const items = itemsOf(manifest);
  const { separator, layout } = listStyle(text, list, items, style);
  const closing = separator.includes('\n') ? closingOf(text, list, style) : '';
  const added = devices.map(device => deviceText(device, layout));
  return append(text, { span: list, lastEnd: items.at(-1)?.end }, { added, separator, closing });
}

/** What puts the closing bracket of a list on its own line. */
function closingOf(text: string, list: Span, { lineBreak }: DocumentStyle): string {
  return lineBreak + indentAt(text, list.start);
}

function addProperty(manifest: Manifest, devices: readonly DeviceValues[]): TextEdit {
  const { text, span, properties } = manifest;
  const { isOneLine, blank, lineBreak, unit } = documentStyle(manifest);
  const last = properties.at(-1);
  const container = { span, lastEnd: last?.value?.span.end };
  if (isOneLine && last !== undefined) {
    const items = devices.map(device => deviceText(device, { is: 'line', blank })).join(`,${blank}`);
    return append(text, container, { added: [`"devices":${blank}[${items}]`], separator: blank, closing: '' });
  }
  const list = deviceListText(devices, { lineBreak, indent: unit, unit });
  return append(text, container, { added: [`"devices": ${list}`], separator: lineBreak + unit, closing: lineBreak });
}

function newList(manifest: Manifest, offset: number, devices: readonly DeviceValues[]): string {
  const { lineBreak, unit } = documentStyle(manifest);
  return deviceListText(devices, { lineBreak, indent: indentAt(manifest.text, offset), unit });
}

/** An object or list with its brackets, and where its last member ends; `undefined` if it is empty. */
interface Container {
  readonly span: Span;
  readonly lastEnd: number | undefined;
}

interface Addition {
  readonly added: readonly string[];
  readonly separator: string;
  /** What goes before the closing bracket of a container that was empty. */
  readonly closing: string;
}

/** Adds members at the end, behind the comments there; a trailing comma stays one. */
function append(text: string, { span, lastEnd }: Container, { added, separator, closing }: Addition): TextEdit {
  const start = lastEnd ?? span.start + 1;
  const kept = text.slice(start, span.end - 1).trimEnd();
  if (lastEnd === undefined) {
    const opening = kept === '' && !separator.includes('\n') ? '' : separator;
    const inside = kept + opening + added.join(`,${separator}`) + closing;
    return { span: { start, end: span.end - 1 }, text: inside };
  }
  const hasComma = holdsComma(kept);
  const behindComment = kept.includes('//') && !separator.includes('\n') ? '\n' : separator;
  const members = added.join(`,${separator}`);
  return {
    span: { start, end: start + kept.length },
    text: `${hasComma ? '' : ','}${kept}${behindComment}${members}${hasComma ? ',' : ''}`,
  };
}

/** Whether there is a comma outside of comments, in a text between two values. */
function holdsComma(between: string): boolean {
  return firstToken(between).kind === ',';
}

/** Whether a text between two values ends inside a comment. */
function endsInComment(between: string): boolean {
  return between.replaceAll(/\/\/[^\r\n]*[\r\n]|\/\*[\s\S]*?\*\//g, '').includes('/');
}
