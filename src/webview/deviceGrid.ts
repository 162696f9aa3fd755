import { element } from './element.ts';
import { GridHeader } from './gridHeader.ts';
import { type GridPlace, gridMove } from './gridMove.ts';
import { GridRow, type RowSetup } from './gridRow.ts';
import type { DeviceColumn, DeviceRow, Explanation, PageTexts, Sort } from './protocol.ts';
import { RowHeights } from './rowHeights.ts';
import { RowOffsets } from './rowOffsets.ts';

export interface GridPorts {
  readonly texts: PageTexts;
  readonly onSort: (column: DeviceColumn) => void;
  readonly onOpen: (device: DeviceRow) => void;
  /** Scrolling has come to rest. */
  readonly onScroll: (scrollTop: number) => void;
}

export interface GridContent {
  /** In the order to show them. */
  readonly rows: readonly DeviceRow[];
  readonly explanations: readonly Explanation[];
  readonly columns: readonly DeviceColumn[];
  /** Whether devices can be opened. */
  readonly linked: boolean;
  readonly sort: Sort;
}

/** Rows that are drawn above and below those in sight. */
const spare = 6;

const numberSort: Sort = { column: 'number', descending: false };

/** Where the keyboard is: a device stays the active one wherever it is sorted to. No device is the header. */
interface ActivePlace {
  readonly device: DeviceRow['number'] | undefined;
  readonly column: DeviceColumn;
}

/**
 * The table of devices. Only rows in sight are in the document, and the active one, which has the keyboard's focus.
 *
 * Roles and keys are those of the ARIA Authoring Practices Guide, "Grid".
 */
export class DeviceGrid {
  readonly root: HTMLElement;
  readonly #ports: GridPorts;
  readonly #body = element('div', { role: 'rowgroup', class: 'body' });
  readonly #head = element('div', { role: 'rowgroup', class: 'head' });
  readonly #heights: RowHeights;
  readonly #drawn = new Map<DeviceRow['number'], GridRow>();
  #header: GridHeader;
  #content: GridContent = { rows: [], explanations: [], columns: [], linked: false, sort: numberSort };
  #offsets = new RowOffsets([]);
  #active: ActivePlace = { device: undefined, column: 'number' };
  /** The width of the rows and the height of a line, on which their heights depend. */
  #measured = '';

  constructor(ports: GridPorts) {
    this.#ports = ports;
    this.#header = this.#newHeader();
    this.#heights = new RowHeights(this.#setup());
    this.root = element(
      'div',
      { role: 'grid', class: 'grid', 'aria-label': ports.texts.devices },
      this.#head,
      this.#body,
      this.#heights.root,
    );
    this.root.addEventListener('scroll', () => this.#draw());
    this.root.addEventListener('scrollend', () => ports.onScroll(this.root.scrollTop));
    this.root.addEventListener('keydown', event => this.#onKey(event));
    this.root.addEventListener('focusin', event => this.#onFocus(event));
    this.root.addEventListener('copy', event => this.#onCopy(event));
    this.#body.addEventListener('click', event => this.#onClick(event));
    const observer = new ResizeObserver(() => this.#onResize());
    observer.observe(this.root);
    observer.observe(this.#head);
  }

  show(content: GridContent): void {
    const before = this.#content;
    const hadFocus = this.root.contains(document.activeElement);
    this.#content = content;
    if (content.columns.join() !== before.columns.join() || content.linked !== before.linked) {
      this.#rebuild();
    }
    if (content.explanations !== before.explanations) {
      this.#heights.reset(this.#setup(), content.explanations);
    }
    this.#header.showSort(content.sort);
    this.root.setAttribute('aria-rowcount', String(content.rows.length + 1));
    this.root.setAttribute('aria-colcount', String(content.columns.length));
    if (this.#activeRow() === 0) {
      this.#active = { ...this.#active, device: undefined };
    }
    this.#layOut();
    if (hadFocus) {
      this.#activeTarget()?.focus({ preventScroll: true });
    }
  }

  scrollTo(scrollTop: number): void {
    this.root.scrollTop = scrollTop;
  }

  #setup(): RowSetup {
    const { columns, linked } = this.#content;
    return { texts: this.#ports.texts, columns, linked };
  }

  #newHeader(): GridHeader {
    return new GridHeader(this.#content.columns, this.#ports.texts, this.#ports.onSort);
  }

  #rebuild(): void {
    const { columns } = this.#content;
    this.#drawn.clear();
    this.#body.replaceChildren();
    this.#header = this.#newHeader();
    this.#head.replaceChildren(this.#header.root);
    this.root.classList.toggle('with-model', columns.includes('model'));
    this.#heights.reset(this.#setup(), this.#content.explanations);
    if (!columns.includes(this.#active.column)) {
      this.#active = { ...this.#active, column: 'number' };
    }
  }

  #onResize(): void {
    const measured = `${this.#body.offsetWidth} ${this.#head.offsetHeight}`;
    if (measured !== this.#measured) {
      this.#measured = measured;
      this.#heights.forget();
      this.#layOut();
    } else {
      this.#draw();
    }
  }

  #layOut(): void {
    this.#offsets = new RowOffsets(this.#heights.of(this.#content.rows));
    this.#body.style.height = `${this.#offsets.total}px`;
    this.#draw();
  }

  /** Brings into the document what is in sight, and takes everything else out. */
  #draw(): void {
    const { rows, explanations } = this.#content;
    const indexes = this.#indexesToDraw();
    const numbers = new Set(indexes.map(index => rows[index]?.number));
    for (const [number, { root }] of this.#drawn) {
      if (!numbers.has(number)) {
        root.remove();
        this.#drawn.delete(number);
      }
    }
    let next = this.#body.firstElementChild;
    for (const index of indexes) {
      const device = rows[index];
      if (device !== undefined) {
        const row = this.#drawn.get(device.number) ?? new GridRow(this.#setup());
        this.#drawn.set(device.number, row);
        row.show(device, explanations);
        row.setTabStop(device.number === this.#active.device ? this.#active.column : undefined);
        row.root.setAttribute('aria-rowindex', String(index + 2));
        row.root.style.transform = `translateY(${this.#offsets.top(index)}px)`;
        if (row.root === next) {
          next = next.nextElementSibling;
        } else {
          this.#body.insertBefore(row.root, next);
        }
      }
    }
    this.#header.setTabStop(this.#active.device === undefined ? this.#active.column : undefined);
  }

  #indexesToDraw(): readonly number[] {
    const { scrollTop } = this.root;
    const first = Math.max(0, this.#offsets.at(scrollTop) - spare);
    const last = Math.min(this.#content.rows.length - 1, this.#offsets.at(scrollTop + this.#pageHeight()) + spare);
    const inSight = Array.from({ length: last - first + 1 }, (_, place) => first + place);
    const active = this.#activeRow() - 1;
    return active < 0 || inSight.includes(active) ? inSight : [...inSight, active].sort((a, b) => a - b);
  }

  #pageHeight(): number {
    return Math.max(0, this.root.clientHeight - this.#head.offsetHeight);
  }

  /** 0 is the header. */
  #activeRow(): number {
    const { device } = this.#active;
    return device === undefined ? 0 : this.#content.rows.findIndex(({ number }) => number === device) + 1;
  }

  #onKey(event: KeyboardEvent): void {
    const { rows, columns } = this.#content;
    const place = { row: this.#activeRow(), column: columns.indexOf(this.#active.column) };
    const size = { rows: rows.length + 1, columns: columns.length, page: this.#rowsPerPage() };
    const to = event.altKey || event.metaKey || event.shiftKey ? undefined : gridMove(place, event, size);
    if (to !== undefined) {
      event.preventDefault();
      this.#moveTo(to);
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      this.#open(this.#active.device);
    }
  }

  #rowsPerPage(): number {
    const { scrollTop } = this.root;
    return Math.max(1, this.#offsets.at(scrollTop + this.#pageHeight()) - this.#offsets.at(scrollTop));
  }

  #moveTo({ row, column }: GridPlace): void {
    const { rows, columns } = this.#content;
    this.#active = { device: rows[row - 1]?.number, column: columns[column] ?? 'number' };
    this.#draw();
    this.#activeTarget()?.focus();
  }

  #activeTarget(): HTMLElement | undefined {
    const { device, column } = this.#active;
    return (device === undefined ? this.#header : this.#drawn.get(device))?.target(column);
  }

  /** What the mouse or a screen reader focuses becomes the active place. */
  #onFocus({ target }: FocusEvent): void {
    if (target instanceof Node) {
      const inHeader = this.#header.columnOf(target);
      const [device, row] = [...this.#drawn].find(([, { root }]) => root.contains(target)) ?? [];
      const column = inHeader ?? row?.columnOf(target);
      if (column !== undefined && (device !== this.#active.device || column !== this.#active.column)) {
        this.#active = { device, column };
        this.#draw();
      }
    }
  }

  /** Copies the text of the active cell, where no text is selected: that of a button cannot be. */
  #onCopy(event: ClipboardEvent): void {
    if (document.getSelection()?.isCollapsed !== false) {
      event.clipboardData?.setData('text/plain', this.#activeTarget()?.textContent ?? '');
      event.preventDefault();
    }
  }

  #onClick({ target }: MouseEvent): void {
    if (target instanceof HTMLButtonElement) {
      this.#open([...this.#drawn].find(([, { root }]) => root.contains(target))?.[0]);
    }
  }

  #open(number: DeviceRow['number'] | undefined): void {
    const device = this.#content.rows.find(row => row.number === number);
    if (device !== undefined && this.#content.linked) {
      this.#ports.onOpen(device);
    }
  }
}
