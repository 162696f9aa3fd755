import { element } from './element.ts';
import type { Notice } from './protocol.ts';

/** What the user has to know about the upload as a whole. Screen readers say what comes in. */
export class NoticeList {
  readonly root = element('div', { class: 'notices', 'aria-live': 'polite' });
  readonly #onAction: (does: 'refresh' | 'continue') => void;
  #shown = '';

  constructor(onAction: (does: 'refresh' | 'continue') => void) {
    this.#onAction = onAction;
  }

  show(notices: readonly Notice[]): void {
    const shown = JSON.stringify(notices);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.root.replaceChildren(...notices.map(notice => this.#box(notice)));
    }
  }

  #box({ kind, text, lines, action }: Notice): HTMLElement {
    const words = element('div', {}, element('p', {}, text));
    if (lines.length > 0) {
      words.append(element('ul', {}, ...lines.map(line => element('li', {}, line))));
    }
    const box = element('div', { class: `notice ${kind}` }, words);
    if (action !== undefined) {
      const { does, label } = action;
      const button = element('button', { type: 'button' }, label);
      button.addEventListener('click', () => this.#onAction(does));
      box.append(button);
    }
    return box;
  }
}
