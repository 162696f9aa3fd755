import { element, setText } from './element.ts';
import { fillIn } from './fillIn.ts';
import type { PageTexts, PartRow } from './protocol.ts';

export interface PartTableSetup {
  readonly texts: PageTexts;
  readonly onCopyLink: (part: number) => void;
  readonly onShowAnswer: (part: number) => void;
}

/** The requests of an upload that took several, each with its own link. */
export class PartTable {
  readonly root: HTMLDetailsElement;
  readonly #setup: PartTableSetup;
  readonly #summary = element('summary');
  readonly #body = element('tbody');
  #rows: readonly ShownPart[] = [];

  constructor(setup: PartTableSetup) {
    this.#setup = setup;
    const { texts } = setup;
    const heads = [texts.part, texts.devices, texts.partState, texts.partResult, texts.statusLink];
    const head = element('tr', {}, ...heads.map(text => element('th', { scope: 'col' }, text)));
    const table = element('table', {}, element('thead', {}, head), this.#body);
    const scroller = element(
      'div',
      { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': texts.statusLink },
      table,
    );
    this.root = element('details', { class: 'parts' }, this.#summary, scroller);
  }

  show(parts: readonly PartRow[]): void {
    this.root.hidden = parts.length === 0;
    setText(this.#summary, fillIn(this.#setup.texts.parts, parts.length));
    if (parts.length !== this.#rows.length) {
      this.#rows = parts.map((_, index) => new ShownPart(index, this.#setup));
      this.#body.replaceChildren(...this.#rows.map(({ root }) => root));
    }
    for (const [index, part] of parts.entries()) {
      this.#rows[index]?.show(part);
    }
  }
}

class ShownPart {
  readonly root: HTMLElement;
  readonly #devices = element('td');
  readonly #state = element('td');
  readonly #result = element('td');
  readonly #link = element('code');
  readonly #buttons: readonly HTMLElement[];

  constructor(index: number, { texts, onCopyLink, onShowAnswer }: PartTableSetup) {
    const button = (words: string, onPress: (part: number) => void) => {
      const made = element('button', { type: 'button', class: 'link' }, words);
      made.addEventListener('click', () => onPress(index));
      return made;
    };
    this.#buttons = [
      button(texts.actions['copy-link'], onCopyLink),
      button(texts.actions['show-answer'], onShowAnswer),
    ];
    this.root = element(
      'tr',
      {},
      element('th', { scope: 'row' }, String(index + 1)),
      this.#devices,
      this.#state,
      this.#result,
      element('td', {}, this.#link, ...this.#buttons),
    );
  }

  show({ devices, state, result, link }: PartRow): void {
    setText(this.#devices, devices);
    setText(this.#state, state);
    setText(this.#result, result);
    setText(this.#link, link ?? '');
    for (const button of this.#buttons) {
      button.hidden = link === undefined;
    }
  }
}
