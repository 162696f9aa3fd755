import type { Locator, Page } from 'playwright-core';

import { shownLines } from './shownLines.ts';

/** The active text editor. Texts are looked for in the lines in view. */
export class Editor {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #instance(): Locator {
    return this.#page.locator('.editor-group-container.active .editor-instance');
  }

  /** The lines in view. */
  async lines(): Promise<readonly string[]> {
    return shownLines(this.#instance);
  }

  /** Clicks into the first occurrence of `text`, which puts the cursor in its middle. */
  async clickOn(text: string): Promise<void> {
    const { x, y } = await this.#middleOf(text);
    await this.#page.mouse.click(x, y);
  }

  /** Puts the cursor on a line and column, both from 1, wherever that is in the document. */
  async goTo(line: number, column: number): Promise<void> {
    await this.#instance.locator('.view-lines').click();
    await this.#page.keyboard.press('Control+G');
    const field = this.#page.locator('.quick-input-widget:visible input');
    await field.fill(`:${line}:${column}`);
    await field.press('Enter');
    await this.#page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Types at the cursor, as a person would: brackets close themselves, lists of suggestions open. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
  }

  /** Rests the mouse on the first occurrence of `text` and resolves with what the hover says. */
  async hover(text: string): Promise<string> {
    const { x, y } = await this.#middleOf(text);
    await this.#page.mouse.move(x + 1, y);
    await this.#page.mouse.move(x, y);
    const hover = this.#page.locator('.monaco-editor .monaco-hover:visible');
    await hover.locator('.hover-row').first().waitFor();
    return plain(await hover.innerText());
  }

  /** The titles of the fixes that are offered on the first occurrence of `text`. */
  async quickFixes(text: string): Promise<readonly string[]> {
    const list = await this.#openQuickFixes(text);
    const titles = await list.allInnerTexts();
    await this.#page.keyboard.press('Escape');
    return titles.map(plain);
  }

  /** Applies the fix with this title on the first occurrence of `text`. */
  async applyQuickFix(text: string, title: string): Promise<void> {
    const list = await this.#openQuickFixes(text);
    await list.getByText(title, { exact: true }).click();
    await list.first().waitFor({ state: 'hidden' });
  }

  /** The labels that completion offers at the cursor, those in view. */
  async completions(): Promise<readonly string[]> {
    const rows = await this.#openCompletions();
    const labels = await rows.locator('.label-name').allInnerTexts();
    await this.#page.keyboard.press('Escape');
    return labels;
  }

  /** Takes what completion offers at the cursor under this label. */
  async complete(label: string): Promise<void> {
    const rows = await this.#openCompletions();
    await rows.locator('.label-name').getByText(label, { exact: true }).click();
  }

  async #openQuickFixes(text: string): Promise<Locator> {
    await this.clickOn(text);
    await this.#page.keyboard.press('Control+.');
    const rows = this.#page.locator('.action-widget .monaco-list-row.action');
    await rows.first().waitFor();
    return rows;
  }

  async #openCompletions(): Promise<Locator> {
    await this.#page.keyboard.press('Control+Space');
    const rows = this.#page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return rows;
  }

  async #middleOf(text: string): Promise<{ readonly x: number; readonly y: number }> {
    const line = this.#instance.locator('.view-line', { hasText: text }).first();
    await line.waitFor();
    return line.evaluate((element, wanted) => {
      // Syntax colouring splits a line into many elements, so the text is found across them.
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const places: { readonly node: Node; readonly offset: number }[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        for (let offset = 0; offset < (node.textContent ?? '').length; offset += 1) {
          places.push({ node, offset });
        }
      }
      const start = (element.textContent ?? '').replaceAll('\u00A0', ' ').indexOf(wanted);
      const middle = places[start + Math.floor(wanted.length / 2)];
      if (start < 0 || middle === undefined) {
        throw new Error(`not in view: ${wanted}`);
      }
      const range = document.createRange();
      range.setStart(middle.node, middle.offset);
      const box = range.getBoundingClientRect();
      return { x: box.x, y: box.y + box.height / 2 };
    }, text);
  }
}

function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ').trim();
}
