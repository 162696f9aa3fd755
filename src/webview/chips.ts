import { groupOf } from './deviceGroup.ts';
import { element, setText } from './element.ts';
import type { DeviceFilter, DeviceRow, PageTexts } from './protocol.ts';

const filters: readonly DeviceFilter[] = ['all', 'failed', 'waiting', 'done', 'unanswered'];

/** Which devices the table shows, and how many that are; one of them is pressed. */
export class Chips {
  readonly root: HTMLElement;
  readonly #chips: ReadonlyMap<DeviceFilter, { readonly button: HTMLElement; readonly count: HTMLElement }>;

  constructor(texts: PageTexts, onChoose: (filter: DeviceFilter) => void) {
    this.#chips = new Map(
      filters.map(filter => {
        const count = element('span', { class: 'count' });
        const button = element('button', { type: 'button', class: 'chip' }, texts.filters[filter], ' ', count);
        button.addEventListener('click', () => onChoose(filter));
        return [filter, { button, count }];
      }),
    );
    const buttons = [...this.#chips.values()].map(({ button }) => button);
    this.root = element('div', { class: 'chips', role: 'group', 'aria-label': texts.filter }, ...buttons);
  }

  show(devices: readonly DeviceRow[], chosen: DeviceFilter): void {
    for (const [filter, { button, count }] of this.#chips) {
      const devicesIn = filter === 'all' ? devices : devices.filter(device => groupOf(device) === filter);
      setText(count, String(devicesIn.length));
      button.setAttribute('aria-pressed', String(filter === chosen));
      // What is not to be expected is offered only where it happened.
      button.hidden = filter === 'unanswered' && devicesIn.length === 0 && chosen !== filter;
    }
  }
}
