import { groupOf, urgencyOrder } from './deviceGroup.ts';
import type { DeviceColumn, DeviceRow, Explanation, Look, PageTexts } from './protocol.ts';

/** What devices are searched and sorted by. */
export interface RowWords {
  readonly texts: Pick<PageTexts, 'statuses' | 'byPosition'>;
  readonly explanations: readonly Explanation[];
  /** Compares texts as the user's language does, and numbers inside them as numbers. */
  readonly compare: (a: string, b: string) => number;
}

/**
 * The devices to show, in their order. A device is found if each word of the search stands somewhere in its row, letter case
 * aside. What is equal in the sorted column stays in the order of the devices' numbers.
 */
export function chooseRows(
  devices: readonly DeviceRow[],
  { search, filter, sort }: Pick<Look, 'search' | 'filter' | 'sort'>,
  words: RowWords,
): readonly DeviceRow[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = devices.filter(
    device =>
      (filter === 'all' || groupOf(device) === filter) &&
      (wanted.length === 0 || containsAll(searchText(device, words), wanted)),
  );
  const compare = comparison(sort.column, words);
  const direction = sort.descending ? -1 : 1;
  return chosen.sort((a, b) => direction * compare(a, b) || a.number - b.number);
}

function searchText(device: DeviceRow, { texts, explanations }: RowWords): string {
  const { wrong = '', service = '', next = '' } = explanationOf(device, explanations) ?? {};
  const note = device.byPosition ? texts.byPosition : '';
  return [device.number, device.serial, device.model, texts.statuses[device.status], note, wrong, service, next]
    .join('\n')
    .toLowerCase();
}

function containsAll(text: string, wanted: readonly string[]): boolean {
  return wanted.every(word => text.includes(word));
}

function comparison(column: DeviceColumn, words: RowWords): (a: DeviceRow, b: DeviceRow) => number {
  const { explanations, compare } = words;
  switch (column) {
    case 'number':
      return (a, b) => a.number - b.number;
    case 'serial':
      return (a, b) => compare(a.serial, b.serial);
    case 'model':
      return (a, b) => compare(a.model, b.model);
    case 'status':
      return (a, b) => urgencyOrder.indexOf(a.status) - urgencyOrder.indexOf(b.status);
    case 'wrong':
    case 'next': {
      const text = (device: DeviceRow) => explanationOf(device, explanations)?.[column] ?? '';
      return (a, b) => compare(text(a), text(b));
    }
  }
}

/** What the device is told; `undefined` if nothing. */
export function explanationOf(device: DeviceRow, explanations: readonly Explanation[]): Explanation | undefined {
  return device.explanation === undefined ? undefined : explanations[device.explanation];
}
