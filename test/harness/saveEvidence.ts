import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { testOutput } from './project.ts';
import type { VsCodeServer } from './vscodeServer.ts';

/** Keeps the last sight of a window, and the logs of its server, below the folder for test output. */
export async function saveEvidence(name: string, server: VsCodeServer, page: Page): Promise<void> {
  await saveScreenshot(`${name}-end`, page);
  const logs = path.join(testOutput, 'logs', name);
  rmSync(logs, { recursive: true, force: true });
  cpSync(server.logs, logs, { recursive: true });
}

/** Saves what a page shows as `screenshots/<name>.png` below the folder for test output. */
export async function saveScreenshot(name: string, page: Page): Promise<void> {
  await page.screenshot({ path: path.join(testOutput, 'screenshots', `${name}.png`) });
}
