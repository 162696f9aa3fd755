import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { type BrowserOptions, BrowserPage } from '../chromium.ts';
import { packagedExtension, root } from '../project.ts';
import { VsCodeServer, type VsCodeServerOptions } from '../vscodeServer.ts';
import { Workbench } from './workbench.ts';

export interface WorkbenchOptions extends BrowserOptions, Omit<VsCodeServerOptions, 'connectionToken' | 'testDriver'> {
  /** Names the window's screenshots. */
  readonly name: string;
  /** Files to lay into an empty folder, by relative path; without it the window opens on a copy of `samples/`. */
  readonly files?: Readonly<Record<string, string>>;
  /** Subfolders to open as a workspace of several folders, instead of the folder itself. */
  readonly folders?: readonly string[];
}

// A window that looks the same each time, with one row per folder in the Explorer.
const steadySettings = {
  'editor.accessibilitySupport': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'explorer.compactFolders': false,
  'workbench.colorTheme': 'Light Modern',
  'workbench.reduceMotion': 'on',
};

/** Opens a VS Code window of its own, with the packaged extension, on a folder of its own. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  await using resources = new AsyncDisposableStack();
  const server = resources.use(
    await VsCodeServer.start({
      extensions: [packagedExtension],
      ...options,
      settings: { ...steadySettings, ...options.settings },
    }),
  );
  const { page } = resources.use(await BrowserPage.open(options));
  const folder = layFolder(server, options);
  await page.goto(server.windowAddress(windowTarget(folder, options)));
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  return new Workbench(options.name, folder, server, page, resources.move());
}

function layFolder(server: VsCodeServer, { files }: WorkbenchOptions): string {
  const folder = path.join(server.scratch, 'samples');
  if (files === undefined) {
    cpSync(path.join(root, 'samples'), folder, { recursive: true });
    return folder;
  }
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

function windowTarget(folder: string, { folders }: WorkbenchOptions): string {
  if (folders === undefined) {
    return folder;
  }
  const file = path.join(folder, 'test.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: folders.map(name => ({ path: name })) }));
  return file;
}
