import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser to use: what `CHROMIUM` names, else where Linux distributions put it; `undefined` where there is none. */
export function chromiumPath(): string | undefined {
  return process.env['CHROMIUM'] ?? places.find(place => existsSync(place));
}

/**
 * Starts a headless Chromium that can reach 127.0.0.1 only.
 *
 * @param hosts names that lead to a port on 127.0.0.1 instead of nowhere
 */
export async function launchChromium(hosts: Readonly<Record<string, number>> = {}): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) {
    throw new Error('No Chromium found: install it, or name it in the environment variable CHROMIUM.');
  }
  const rules = [
    ...Object.entries(hosts).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
    'EXCLUDE localhost',
  ];
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
      `--host-resolver-rules=${rules.join(', ')}`,
    ],
  });
}
