import { progressOrder } from './deviceGroup.ts';
import { element } from './element.ts';
import type { DeviceRow, PageTexts } from './protocol.ts';
import { statusIcon } from './statusIcon.ts';

/** How many devices have come to what: a bar, and the same in words below it. */
export class CountBar {
  readonly root: HTMLElement;
  readonly #texts: PageTexts;
  readonly #bar = element('div', { class: 'bar', 'aria-hidden': 'true' });
  readonly #legend: HTMLElement;

  constructor(texts: PageTexts) {
    this.#texts = texts;
    this.#legend = element('ul', { class: 'legend', 'aria-label': texts.counts });
    this.root = element('div', { class: 'counts' }, this.#bar, this.#legend);
  }

  show(devices: readonly DeviceRow[]): void {
    const counts = progressOrder
      .map(status => ({ status, count: devices.filter(device => device.status === status).length }))
      .filter(({ count }) => count > 0);
    this.#bar.replaceChildren(
      ...counts.map(({ status, count }) => {
        const segment = element('span', { class: status });
        segment.style.flexGrow = String(count);
        return segment;
      }),
    );
    this.#legend.replaceChildren(
      ...counts.map(({ status, count }) =>
        element('li', {}, statusIcon(status), element('strong', {}, String(count)), ` ${this.#texts.statuses[status]}`),
      ),
    );
  }
}
