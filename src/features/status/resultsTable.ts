import { isFormula, safeCell } from '../../core/csv/safeCell.ts';
import type { PageTexts, StatusContent } from '../../webview/protocol.ts';

type Table = Pick<StatusContent, 'devices' | 'explanations'>;

/** Everything the page says about these devices, in this order, with a header. Numbers of other devices are passed over. */
function tableOf({ devices, explanations }: Table, numbers: readonly number[], texts: PageTexts): readonly string[][] {
  const byNumber = new Map(devices.map(device => [device.number, device]));
  const { columns, statuses, byPosition } = texts;
  const rows = numbers.flatMap(number => {
    const device = byNumber.get(number);
    if (device === undefined) {
      return [];
    }
    const { wrong = '', service = '', next = '' } = explanations[device.explanation ?? -1] ?? {};
    const { serial, model } = device;
    const status = statuses[device.status] + (device.byPosition ? ` (${byPosition})` : '');
    return [[String(number), serial, model, status, wrong, service, next]];
  });
  return [
    [columns.number, columns.serial, columns.model, columns.status, columns.wrong, texts.service, columns.next],
    ...rows,
  ];
}

const byteOrderMark = '\uFEFF';

/** The devices as a CSV file (RFC 4180) that a spreadsheet reads as UTF-8, and of which it runs nothing. */
export function resultsCsv(table: Table, numbers: readonly number[], texts: PageTexts): string {
  return (
    byteOrderMark +
    tableOf(table, numbers, texts)
      .map(cells => `${cells.map(safeCell).join(',')}\r\n`)
      .join('')
  );
}

/** The devices as lines of cells with tabs between them: what a spreadsheet takes from the clipboard, and runs nothing of. */
export function resultsTsv(table: Table, numbers: readonly number[], texts: PageTexts): string {
  return tableOf(table, numbers, texts)
    .map(cells => `${cells.map(pastedCell).join('\t')}\n`)
    .join('');
}

function pastedCell(value: string): string {
  return (isFormula(value) ? `'${value}` : value).replaceAll(/[\t\r\n]+/g, ' ');
}
