import { element } from './element.ts';
import type { DeviceColumn, PageTexts, Sort } from './protocol.ts';

/** The grid's first row: each name sorts by its column. */
export class GridHeader {
  readonly root = element('div', { role: 'row', class: 'row header', 'aria-rowindex': 1 });
  readonly #cells: ReadonlyMap<DeviceColumn, HTMLElement>;

  constructor(columns: readonly DeviceColumn[], texts: PageTexts, onSort: (column: DeviceColumn) => void) {
    const cells = columns.map((column, index): [DeviceColumn, HTMLElement] => {
      const button = element('button', { type: 'button' }, texts.columns[column]);
      button.addEventListener('click', () => onSort(column));
      const attributes = { role: 'columnheader', class: `cell ${column}`, 'aria-colindex': index + 1 };
      return [column, element('div', attributes, button)];
    });
    this.#cells = new Map(cells);
    this.root.append(...this.#cells.values());
  }

  showSort({ column: sorted, descending }: Sort): void {
    for (const [column, cell] of this.#cells) {
      cell.setAttribute('aria-sort', column !== sorted ? 'none' : descending ? 'descending' : 'ascending');
    }
  }

  target(column: DeviceColumn): HTMLElement | undefined {
    return this.#cells.get(column)?.querySelector('button') ?? undefined;
  }

  setTabStop(stop: DeviceColumn | undefined): void {
    for (const column of this.#cells.keys()) {
      this.target(column)?.setAttribute('tabindex', column === stop ? '0' : '-1');
    }
  }

  columnOf(node: Node): DeviceColumn | undefined {
    return [...this.#cells].find(([, cell]) => cell.contains(node))?.[0];
  }
}
