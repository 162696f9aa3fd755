import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

import { chromiumPath } from './chromiumPath.ts';

export interface BrowserOptions {
  /** Names that lead to a port on 127.0.0.1, where all others lead nowhere. */
  readonly hosts?: Readonly<Record<string, number>>;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A headless Chromium with one empty page, which reaches this machine only. */
export class BrowserPage implements AsyncDisposable {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #outsideHosts: ReadonlySet<string>;

  /** @throws Error when there is no Chromium, or it does not start */
  static async open({
    hosts = {},
    viewport = { width: 1280, height: 900 },
  }: BrowserOptions = {}): Promise<BrowserPage> {
    const executablePath = chromiumPath();
    if (executablePath === undefined) {
      throw new Error('No Chromium found: install it, or name it in the environment variable CHROMIUM.');
    }
    const browser = await chromium.launch({ executablePath, args: [...flags, resolverFlag(hosts)] });
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport,
    });
    const outsideHosts = watchHosts(context, ['127.0.0.1', ...Object.keys(hosts)]);
    return new BrowserPage(browser, await context.newPage(), outsideHosts);
  }

  private constructor(browser: Browser, page: Page, outsideHosts: ReadonlySet<string>) {
    this.#browser = browser;
    this.page = page;
    this.#outsideHosts = outsideHosts;
  }

  /**
   * Closes the browser.
   *
   * @throws Error when a page asked for a host that is not on this machine: it got no answer, but should not have asked
   */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    if (this.#outsideHosts.size > 0) {
      throw new Error(`The window asked for hosts outside this machine: ${[...this.#outsideHosts].join(', ')}`);
    }
  }
}

const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

function resolverFlag(hosts: Readonly<Record<string, number>>): string {
  const rules = [
    ...Object.entries(hosts).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
  ];
  return `--host-resolver-rules=${rules.join(', ')}`;
}

// A webview's own files: VS Code's service worker answers, and nothing leaves the browser.
const webviewFiles = /\.vscode-resource\.vscode-cdn\.net$/;

function watchHosts(context: BrowserContext, allowed: readonly string[]): ReadonlySet<string> {
  const outside = new Set<string>();
  const watch = (address: string): void => {
    const { protocol, hostname } = new URL(address);
    if (/^(?:http|ws)s?:$/.test(protocol) && !allowed.includes(hostname) && !webviewFiles.test(hostname)) {
      outside.add(hostname);
    }
  };
  context.on('request', request => watch(request.url()));
  context.on('page', page => page.on('websocket', socket => watch(socket.url())));
  return outside;
}
