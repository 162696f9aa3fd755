import { element } from './element.ts';
import type { Fact, PageTexts } from './protocol.ts';

export interface FactListSetup {
  readonly language: string;
  readonly texts: PageTexts;
  readonly onCopyLink: () => void;
  readonly onOpenManifest: () => void;
}

/** Names and values, such as the customer and when the upload was made. */
export class FactList {
  readonly root = element('dl', { class: 'facts' });
  readonly #setup: FactListSetup;
  readonly #time: Intl.DateTimeFormat;
  #shown = '';

  constructor(setup: FactListSetup) {
    this.#setup = setup;
    this.#time = new Intl.DateTimeFormat(setup.language, { dateStyle: 'medium', timeStyle: 'medium' });
  }

  show(facts: readonly Fact[]): void {
    const shown = JSON.stringify(facts);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.root.replaceChildren(
        ...facts.map(fact =>
          element('div', {}, element('dt', {}, fact.label), element('dd', {}, ...this.#value(fact))),
        ),
      );
    }
  }

  #value(fact: Fact): readonly Node[] {
    const { texts, onCopyLink, onOpenManifest } = this.#setup;
    switch (fact.is) {
      case 'text':
        return [new Text(fact.text)];
      case 'code':
        return [element('code', {}, fact.text)];
      case 'time':
        return [element('time', { datetime: new Date(fact.at).toISOString() }, this.#time.format(fact.at))];
      case 'link':
        return [element('code', {}, fact.text), linkButton(texts.actions['copy-link'], onCopyLink)];
      case 'manifest':
        return [linkButton(fact.text, onOpenManifest, texts.actions['open-manifest'])];
    }
  }
}

function linkButton(words: string, onPress: () => void, title?: string): HTMLElement {
  const button = element('button', { type: 'button', class: 'link', title }, words);
  button.addEventListener('click', onPress);
  return button;
}
