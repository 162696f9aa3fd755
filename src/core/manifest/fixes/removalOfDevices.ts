import type { Manifest } from '../manifest.ts';
import type { Span } from '../span.ts';
import type { TextEdit } from '../textEdit.ts';
import { removalOfItem } from './removalOf.ts';

/**
 * The edits that remove devices, given by their positions, with their commas, and with their lines if nothing else stands there.
 *
 * Comments stay. There are no edits where what stands around the devices is not all known.
 */
export function removalOfDevices(manifest: Manifest, indices: readonly number[]): readonly TextEdit[] {
  const { text, devices, devicesProperty, syntaxFaults, strays } = manifest;
  const owner = devicesProperty?.value?.span;
  if (owner === undefined || syntaxFaults.length > 0 || strays.length > 0) return [];

  const removed = new Set(indices);
  const lastKept = devices.findLastIndex(({ index }) => !removed.has(index));
  const isAtEnd = (index: number) => lastKept !== -1 && index > lastKept;
  const edits = [...removed].flatMap(index => {
    const span = devices[index]?.span;
    const around = { owner, previous: devices[index - 1]?.span, next: devices[index + 1]?.span };
    return span === undefined ? [] : removalOfItem(text, { ...around, span }, isAtEnd(index) ? 'before' : 'behind');
  });
  return merged(edits.map(edit => edit.span)).map(span => ({ span, text: '' }));
}

/** Neighbours both take the blanks between them along. */
function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last === undefined || last.end < span.start) {
      result.push(span);
    } else {
      result.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) });
    }
  }
  return result;
}
