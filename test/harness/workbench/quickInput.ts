import type { Locator, Page } from 'playwright-core';

/** The box at the top of the window in which VS Code asks for a choice or a text. */
export class QuickInput {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get #widget(): Locator {
    return this.#page.locator('.quick-input-widget:visible');
  }

  /** Resolves when the box is open. */
  async opened(): Promise<void> {
    await this.#widget.waitFor();
  }

  /** The box's title, or an empty text. */
  async title(): Promise<string> {
    return this.#widget.locator('.quick-input-title').innerText();
  }

  /** The prompt or the validation message below the field, or an empty text. */
  async message(): Promise<string> {
    return this.#widget.locator('.quick-input-message').innerText();
  }

  /** What each choice in view says: label, description and detail as separate lines. */
  async choices(): Promise<readonly string[]> {
    return this.#widget.locator('.quick-input-list .monaco-list-row').allInnerTexts();
  }

  /**
   * Takes the choice that is labelled exactly so.
   *
   * @param typed what to type first, so that the choice comes into view
   * @param seconds how long to wait for it
   */
  async pick(label: string, { typed = label, seconds = 30 } = {}): Promise<void> {
    await this.find(label, { typed, seconds });
    await this.take(label);
  }

  /** Looks for the choice that is labelled exactly so, as `pick` does, and takes nothing. */
  async find(label: string, { typed = label, seconds = 30 } = {}): Promise<void> {
    await this.#replaceText(typed, seconds);
    await this.#choice(label).waitFor({ timeout: seconds * 1000 });
  }

  /** Takes a choice that `find` has found. */
  async take(label: string): Promise<void> {
    await this.#choice(label).click();
  }

  /** Replaces the text in the field by `text` and confirms it. */
  async enter(text: string): Promise<void> {
    await this.#replaceText(text);
    await this.#page.keyboard.press('Enter');
  }

  /** Closes the box without an answer, if it is open. */
  async dismiss(): Promise<void> {
    if (await this.#widget.isVisible()) {
      await this.#page.keyboard.press('Escape');
      await this.#widget.waitFor({ state: 'hidden' });
    }
  }

  #choice(label: string): Locator {
    return this.#widget
      .locator('.quick-input-list .monaco-list-row .label-name')
      .getByText(label, { exact: true })
      .first();
  }

  async #replaceText(text: string, seconds = 30): Promise<void> {
    const field = this.#widget.locator('input[type="text"], input[type="password"]').first();
    await field.fill(text, { timeout: seconds * 1000 });
  }
}
