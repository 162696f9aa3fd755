import type { FrameLocator, Locator, Page } from 'playwright-core';

import { eventually } from '../eventually.ts';
import { saveEvidence, saveScreenshot } from '../saveEvidence.ts';
import type { VsCodeServer } from '../vscodeServer.ts';
import { Editor } from './editor.ts';
import { type ShownProblem, shownProblems } from './problemsPanel.ts';
import { QuickInput } from './quickInput.ts';
import { shownLines } from './shownLines.ts';

const themes = {
  light: { name: 'Light Modern', mark: '.vs' },
  dark: { name: 'Dark Modern', mark: '.vs-dark' },
  highContrast: { name: 'Default High Contrast', mark: '.hc-black' },
  highContrastLight: { name: 'Default High Contrast Light', mark: '.hc-light' },
} as const;

export interface Dialog {
  readonly message: string;
  /** Empty where it has none. */
  readonly detail: string;
  readonly buttons: readonly string[];
}

/** One VS Code window, used as a person uses it: by keyboard, by mouse, by what is on the screen. */
export class Workbench implements AsyncDisposable {
  /** The folder the window is open on, or the one with the folders of its workspace. */
  readonly folder: string;
  readonly server: VsCodeServer;
  /** For what this class does not know. */
  readonly page: Page;
  readonly editor: Editor;
  readonly quickInput: QuickInput;
  readonly #name: string;
  readonly #resources: AsyncDisposable;

  /**
   * @param name names the screenshots
   * @param resources what goes with the window
   */
  constructor(name: string, folder: string, server: VsCodeServer, page: Page, resources: AsyncDisposable) {
    this.#name = name;
    this.folder = folder;
    this.server = server;
    this.page = page;
    this.editor = new Editor(page);
    this.quickInput = new QuickInput(page);
    this.#resources = resources;
  }

  /** Keeps a last screenshot and the logs, and closes the window with its server and files. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await saveEvidence(this.#name, this.server, this.page);
    } finally {
      await this.#resources[Symbol.asyncDispose]();
    }
  }

  /** Reloads the window. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.#explorerIsThere();
  }

  /**
   * Kills the extension host in the middle of whatever it does, with its window, and opens another window in their place.
   *
   * @param meanwhile what happens while there is none
   */
  async crash(meanwhile: () => Promise<void>): Promise<void> {
    await this.#replace(async kill => {
      kill();
      await meanwhile();
    });
  }

  /**
   * Opens another window in the place of this one, whose extension host hangs.
   *
   * @returns a function that kills that host
   */
  async hang(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<() => void>();
    await this.#replace(async kill => resolve(kill));
    return promise;
  }

  /** Runs a command from the palette, by its category and title. */
  async runCommand(title: string): Promise<void> {
    await eventually(async () => {
      // A palette that is open does not learn of commands that come in later, with an extension.
      await this.quickInput.dismiss();
      await this.page.keyboard.press('F1');
      await this.quickInput.find(title, { typed: `>${title}`, seconds: 2 });
    });
    // Not in the attempt: a click that takes longer than it may still counts, and the command would run twice.
    await this.quickInput.take(title);
  }

  /** Opens a file from the Explorer and resolves when its editor shows text. */
  async openFile(relativePath: string): Promise<void> {
    await this.#showExplorer();
    const names = relativePath.split('/');
    for (const name of names.slice(0, -1)) {
      const row = this.#explorerRow(name);
      await row.waitFor();
      if ((await row.getAttribute('aria-expanded')) === 'false') {
        await row.click();
      }
    }
    const name = names.at(-1) ?? '';
    await this.#explorerRow(name).dblclick();
    await this.activeTab(name);
    await this.page.locator('.editor-group-container.active .editor-instance .view-line').first().waitFor();
  }

  /** What the Explorer shows, from top to bottom. */
  async explorerRows(): Promise<readonly string[]> {
    await this.#showExplorer();
    return rowTexts(this.page.locator('.explorer-folders-view'));
  }

  /** Resolves when the active editor's tab has this label. */
  async activeTab(label: string): Promise<void> {
    await this.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${label}"]`).waitFor();
  }

  /** Resolves with the problems of all open files once the panel shows them; see `eventually` for waiting. */
  async problems(): Promise<readonly ShownProblem[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) {
      await this.runCommand('Problems: Focus on Problems View');
      await panel.waitFor();
    }
    return shownProblems(panel);
  }

  /** The lines in view in the output panel, on the channel that is shown there. */
  async outputLines(): Promise<readonly string[]> {
    return shownLines(this.page.locator('.part.panel .output-view'));
  }

  /** Shows an output channel in the panel. */
  async showOutput(channel: string): Promise<void> {
    await this.runCommand('Output: Show Output Channels...');
    await this.quickInput.pick(channel);
  }

  /** Ctrl+clicks the link in the output panel that contains `text`. */
  async followOutputLink(text: string): Promise<void> {
    const link = this.page.locator('.part.panel .output-view .detected-link', { hasText: text }).first();
    await link.click({ modifiers: ['Control'] });
  }

  /** Waits for a modal dialog and resolves with what it says. */
  async dialog(): Promise<Dialog> {
    const box = this.#dialogBox();
    await box.waitFor();
    // Where there is one text only, it takes the place of the detail.
    const [message = '', detail = ''] = await box
      .locator('.dialog-message-text, .dialog-message-detail')
      .allInnerTexts();
    return { message, detail, buttons: await box.locator('.dialog-buttons .monaco-button').allInnerTexts() };
  }

  /** Waits for a modal dialog and answers it with a button. */
  async answerDialog(button: string): Promise<void> {
    const element = await this.#dialogButton(button).elementHandle();
    await element?.click();
    // Another dialog may take this one's place at once.
    await element?.waitForElementState('hidden');
  }

  /**
   * Goes through the sign-in that something in the window has started: allows it, lets the browser open, and presses a
   * button on the sign-in page that `Entra` shows there.
   */
  async signIn(button: 'Sign in' | 'Cancel' = 'Sign in'): Promise<void> {
    const [allow, open] = [this.#dialogButton('Allow'), this.#dialogButton('Open')];
    await allow.or(open).waitFor();
    if (await allow.isVisible()) {
      await this.answerDialog('Allow');
    }
    // The provider starts now, which takes its time.
    await open.waitFor({ timeout: 60_000 });
    const [page] = await Promise.all([this.page.context().waitForEvent('page'), this.answerDialog('Open')]);
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.getByText('You can close this page now').waitFor();
    await page.close();
  }

  /** The messages of the notifications in view. */
  async notifications(): Promise<readonly string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** Presses a button on the notification whose message contains `message`. */
  async answerNotification(message: string, button: string): Promise<void> {
    const toast = this.page.locator('.notifications-toasts .notification-list-item', { hasText: message });
    await toast.getByRole('button', { name: button, exact: true }).click();
  }

  /** The text of the status bar's entries, in no certain order. */
  async statusBar(): Promise<readonly string[]> {
    const texts = await this.page.locator('.statusbar-item:visible').allInnerTexts();
    return texts.map(text => text.trim()).filter(text => text !== '');
  }

  /** Opens a view container by its title in the activity bar. */
  async openSideBar(title: string): Promise<void> {
    await this.page.locator(`.activitybar .action-item a[aria-label^="${title}"]`).click();
    await this.page.locator('.part.sidebar .composite.title', { hasText: title }).waitFor();
  }

  /** The rows in view of a tree view, by the view's title. */
  async treeRows(title: string): Promise<readonly string[]> {
    return rowTexts(this.#tree(title));
  }

  /** A row of a tree view, by the view's title and the row's label. */
  treeRow(title: string, label: string): Locator {
    return this.#tree(title).locator('.monaco-list-row', { hasText: label });
  }

  /** The document inside the webview in front. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  async useTheme(theme: keyof typeof themes): Promise<void> {
    const { name, mark } = themes[theme];
    this.server.changeSettings({ 'workbench.colorTheme': name });
    await this.page.locator(`.monaco-workbench${mark}`).waitFor();
  }

  /** Saves what the window shows as `out/test/screenshots/<name of the window>-<name>.png`. */
  async screenshot(name: string): Promise<void> {
    await saveScreenshot(`${this.#name}-${name}`, this.page);
  }

  /** Saves what the window shows in light, dark and high contrast, and returns to light. */
  async screenshotThemes(name: string): Promise<void> {
    for (const theme of ['dark', 'highContrast', 'light'] as const) {
      await this.useTheme(theme);
      await this.screenshot(`${name}-${theme}`);
    }
  }

  async #replace(meanwhile: (kill: () => void) => Promise<void>): Promise<void> {
    const address = this.page.url();
    // A window that is still there would start another host, and one that goes would tell its host.
    const kill = this.server.freezeExtensionHosts();
    await this.page.goto('about:blank');
    await meanwhile(kill);
    await this.page.goto(address);
    await this.#explorerIsThere();
  }

  async #explorerIsThere(): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  }

  async #showExplorer(): Promise<void> {
    const view = this.page.locator('.explorer-folders-view');
    if (!(await view.isVisible())) {
      await this.runCommand('View: Show Explorer');
      await view.waitFor();
    }
  }

  #explorerRow(name: string): Locator {
    return this.page
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  #dialogBox(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  #dialogButton(name: string): Locator {
    return this.#dialogBox().getByRole('button', { name, exact: true });
  }

  #tree(title: string): Locator {
    return this.page.locator(`.monaco-list[role="tree"][aria-label="${title}"]`);
  }
}

async function rowTexts(list: Locator): Promise<readonly string[]> {
  return list
    .locator('.monaco-list-row')
    .evaluateAll(rows =>
      rows
        .toSorted((one, other) => Number(one.dataset['index']) - Number(other.dataset['index']))
        .map(row => row.textContent.trim()),
    );
}
