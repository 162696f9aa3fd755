import { explanationOf } from './chooseRows.ts';
import { element, setText } from './element.ts';
import type { DeviceColumn, DeviceRow, DeviceStatus, Explanation, PageTexts } from './protocol.ts';
import { statusIcon } from './statusIcon.ts';

export interface RowSetup {
  readonly texts: PageTexts;
  readonly columns: readonly DeviceColumn[];
  /** Whether the serial number leads to the device in the manifest. */
  readonly linked: boolean;
}

/** One device's row in the grid. Its elements stay while what they say changes. */
export class GridRow {
  readonly root = element('div', { role: 'row', class: 'row' });
  readonly #texts: PageTexts;
  readonly #cells: ReadonlyMap<DeviceColumn, HTMLElement>;
  readonly #serial: HTMLElement;
  readonly #status = element('span');
  readonly #byPosition = element('span', { class: 'note' });
  readonly #wrong = element('span');
  readonly #service = element('span', { class: 'note' });
  #shown: DeviceStatus | undefined;

  constructor({ texts, columns, linked }: RowSetup) {
    this.#texts = texts;
    this.#serial = linked
      ? element('button', { type: 'button', class: 'link', title: texts.hints['go-to-device'] })
      : element('span');
    const cells = columns.map((column, index): [DeviceColumn, HTMLElement] => [
      column,
      element('div', { role: 'gridcell', class: `cell ${column}`, 'aria-colindex': index + 1 }),
    ]);
    this.#cells = new Map(cells);
    this.#cells.get('serial')?.append(this.#serial);
    this.#cells.get('status')?.append(element('div', {}, this.#status, this.#byPosition));
    this.#cells.get('wrong')?.append(this.#wrong, this.#service);
    this.root.append(...this.#cells.values());
  }

  show(device: DeviceRow, explanations: readonly Explanation[]): void {
    const { wrong = '', service = '', next = '' } = explanationOf(device, explanations) ?? {};
    this.#write('number', String(device.number));
    this.#write('model', device.model);
    this.#write('next', next);
    setText(this.#serial, device.serial === '' ? this.#texts.noSerial : device.serial);
    this.#serial.classList.toggle('absent', device.serial === '');
    setText(this.#status, this.#texts.statuses[device.status]);
    setText(this.#byPosition, device.byPosition ? this.#texts.byPosition : '');
    setText(this.#wrong, wrong);
    setText(this.#service, service);
    if (this.#shown !== device.status) {
      const cell = this.#cells.get('status');
      cell?.querySelector('svg')?.remove();
      cell?.prepend(statusIcon(device.status));
      this.#shown = device.status;
    }
  }

  /** What takes the focus in a column: the button in it, or the cell. */
  target(column: DeviceColumn): HTMLElement | undefined {
    const cell = this.#cells.get(column);
    return cell?.querySelector('button') ?? cell;
  }

  /** Makes one column's place the one that Tab leads to, or none. */
  setTabStop(stop: DeviceColumn | undefined): void {
    for (const column of this.#cells.keys()) {
      this.target(column)?.setAttribute('tabindex', column === stop ? '0' : '-1');
    }
  }

  columnOf(node: Node): DeviceColumn | undefined {
    return [...this.#cells].find(([, cell]) => cell.contains(node))?.[0];
  }

  #write(column: DeviceColumn, text: string): void {
    const cell = this.#cells.get(column);
    if (cell !== undefined) {
      setText(cell, text);
    }
  }
}
