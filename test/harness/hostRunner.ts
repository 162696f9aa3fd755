import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { buildHostTests } from './buildHostTests.ts';
import { BrowserPage } from './chromium.ts';
import type { Counts } from './counts.ts';
import type { HostTestEvent } from './hostTestEvent.ts';
import { packagedExtension, root } from './project.ts';
import { saveEvidence } from './saveEvidence.ts';
import { ScratchFolder } from './scratchFolder.ts';
import { VsCodeServer } from './vscodeServer.ts';

const limitMinutes = 10;

/**
 * Runs test files inside a real extension host, against the packaged extension, on a copy of `samples/`, and prints how
 * each test went.
 *
 * @param files the test files, relative to the root
 * @throws Error when the run did not come to its end
 */
export async function runHostTests(files: readonly string[]): Promise<Counts> {
  const testRunner = await buildHostTests(files);
  const events = readEvents(await runInHost(testRunner));
  for (const event of events) {
    print(event);
  }
  const count = (wanted: HostTestEvent['event']): number => events.filter(({ event }) => event === wanted).length;
  if (count('end') === 0) {
    throw new Error('The extension host ended before its tests did.');
  }
  return { passed: count('pass'), failed: count('fail'), skipped: count('skip') };
}

// Resolves with the lines that the tests wrote.
async function runInHost(testRunner: string): Promise<string> {
  using scratch = new ScratchFolder();
  const results = path.join(scratch.path, 'results');
  await using server = await VsCodeServer.start({
    extensions: [packagedExtension],
    env: { hostResults: results },
    testDriver: true,
  });
  await using browser = await BrowserPage.open();
  const finished = Promise.withResolvers<void>();
  // The workbench calls this when the test runner has settled. What it says is not needed: the lines count.
  await browser.page.exposeFunction('codeAutomationExit', () => finished.resolve());
  await browser.page.exposeFunction('codeAutomationLog', () => {});
  await browser.page.goto(testWindow(server, testRunner));
  await Promise.race([finished.promise, server.ended, sleep(limitMinutes * 60_000, undefined, { ref: false })]);
  await saveEvidence('host', server, browser.page);
  return existsSync(results) ? readFileSync(results, 'utf8') : '';
}

function testWindow(server: VsCodeServer, testRunner: string): string {
  const samples = path.join(server.scratch, 'samples');
  cpSync(path.join(root, 'samples'), samples, { recursive: true });
  return server.windowAddress(samples, {
    payload: JSON.stringify([
      ['extensionDevelopmentPath', server.remoteAddress(standIn(server))],
      ['extensionTestsPath', server.remoteAddress(testRunner)],
      ['skipWelcome', 'true'],
    ]),
  });
}

// VS Code runs tests only where an extension is under development. Ours is installed, so an empty one plays that part.
function standIn(server: VsCodeServer): string {
  const folder = path.join(server.scratch, 'stand-in');
  mkdirSync(folder);
  const manifest = { name: 'stand-in', publisher: 'test', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

function readEvents(lines: string): readonly HostTestEvent[] {
  return lines
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as HostTestEvent);
}

function print(event: HostTestEvent): void {
  switch (event.event) {
    case 'pass':
      console.log(`✔ ${event.title} (${event.milliseconds} ms)`);
      break;
    case 'fail':
      console.log(`✖ ${event.title}\n${event.error.replaceAll(/^/gm, '    ')}`);
      break;
    case 'skip':
      console.log(`﹣ ${event.title}`);
      break;
    case 'end':
      break;
  }
}
