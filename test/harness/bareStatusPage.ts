import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { statusPageHtml } from '../../src/features/status/statusPageHtml.ts';
import type { HostMessage, PageMessage } from '../../src/webview/protocol.ts';
import themeColors from '../fixtures/themeColors.json' with { type: 'json' };
import { accessibilityProblems } from './accessibilityProblems.ts';
import { type BrowserOptions, BrowserPage } from './chromium.ts';
import { root } from './project.ts';
import { saveScreenshot } from './saveEvidence.ts';

/** Colours as VS Code hands them to webviews; of each theme those that the page uses. */
export type Theme = keyof typeof themeColors;

export const themes = Object.keys(themeColors).filter((name): name is Theme => name in themeColors);

interface Answer {
  readonly contentType: string;
  readonly body: string;
}

const origin = 'http://127.0.0.1';

/**
 * The built status page in a browser, without VS Code around it. It runs under its own security policy; what it posts to its
 * host is kept.
 */
export class BareStatusPage implements AsyncDisposable {
  readonly page: Page;
  readonly #browser: BrowserPage;
  readonly #problems: string[] = [];

  /** Opens the page, which asks its host for everything. */
  static async open(options: BrowserOptions = {}): Promise<BareStatusPage> {
    const browser = await BrowserPage.open(options);
    const bare = new BareStatusPage(browser);
    const files: ReadonlyMap<string, Answer> = new Map([
      ['/', { contentType: 'text/html', body: html }],
      ['/statusPage.js', { contentType: 'text/javascript', body: built('statusPage.js') }],
      ['/statusPage.css', { contentType: 'text/css', body: built('statusPage.css') }],
    ]);
    await browser.page.addInitScript(stubHost);
    await browser.page.route(`${origin}/**`, route => {
      return route.fulfill(files.get(new URL(route.request().url()).pathname) ?? { status: 404 });
    });
    await browser.page.goto(origin);
    await bare.useTheme('light');
    return bare;
  }

  private constructor(browser: BrowserPage) {
    this.#browser = browser;
    this.page = browser.page;
    this.page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.#problems.push(message.text());
      }
    });
    this.page.on('pageerror', error => this.#problems.push(String(error)));
  }

  /** What the browser complained about: errors, and whatever its security policy kept from the page. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** Hands a message over as the host does, and resolves when the page has drawn what it says. */
  async receive(message: HostMessage): Promise<void> {
    await this.page.evaluate(data => {
      window.postMessage(data, location.origin);
      return new Promise(resolve => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      });
    }, message);
  }

  /** What the page has posted since it was asked last. */
  async takePosted(): Promise<readonly PageMessage[]> {
    return this.page.evaluate(() => {
      const posted: PageMessage[] = JSON.parse(sessionStorage.getItem('posted') ?? '[]');
      sessionStorage.removeItem('posted');
      return posted;
    });
  }

  /** Loads the page anew, as VS Code does when it is shown again. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.useTheme('light');
  }

  /** Loads the page as if it had never been open. */
  async restart(): Promise<void> {
    await this.page.evaluate(() => sessionStorage.clear());
    await this.reload();
  }

  async useTheme(theme: Theme): Promise<void> {
    await this.page.evaluate(colors => {
      const { style } = document.documentElement;
      style.cssText = '';
      for (const [name, value] of Object.entries(colors)) {
        style.setProperty(name, value);
      }
    }, themeColors[theme]);
  }

  async accessibilityProblems(): Promise<readonly string[]> {
    return accessibilityProblems(this.page.mainFrame());
  }

  async screenshot(name: string): Promise<void> {
    await saveScreenshot(`bareStatusPage-${name}`, this.page);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser[Symbol.asyncDispose]();
  }
}

const html = statusPageHtml({
  script: 'statusPage.js',
  style: 'statusPage.css',
  nonce: 'nonceOfTheTest',
  language: 'en',
  title: 'Status',
});

function built(name: string): string {
  return readFileSync(path.join(root, 'dist/webview', name), 'utf8');
}

/** VS Code's half of the bridge: runs in the page, before its script. */
function stubHost(): void {
  Object.assign(window, {
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => {
        const posted: unknown[] = JSON.parse(sessionStorage.getItem('posted') ?? '[]');
        sessionStorage.setItem('posted', JSON.stringify([...posted, message]));
      },
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
      setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
    }),
  });
}
