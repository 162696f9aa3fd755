// Opens the extension on a copy of samples/, beside an emulated Partner Center: npm start [-- [--browser] [--check]]
//
// It takes the desktop `code` where that is on the PATH, otherwise, or with --browser, VS Code in the browser. With --check
// it opens the latter, asks it for its page, and ends.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { startEmulator } from '../../src/emulator/startEmulator.ts';
import { packagedExtension, root } from './project.ts';
import { quietSettings } from './quietSettings.ts';
import { isOnPath } from './requirePrograms.ts';
import { ScratchFolder } from './scratchFolder.ts';
import { VsCodeServer } from './vscodeServer.ts';

type Settings = Readonly<Record<string, unknown>>;

const { values } = parseArgs({ options: { browser: { type: 'boolean' }, check: { type: 'boolean' } } });

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  await using emulator = await startEmulator();
  const settings = {
    'deviceBatch.cloud': 'emulator',
    'deviceBatch.emulator.address': `${emulator.address.href}#${emulator.secret}`,
  };
  if (values.check === true || values.browser === true || !desktopIsThere()) {
    await openInBrowser(settings);
  } else {
    await openOnDesktop(settings);
  }
}

// In a terminal of a remote window there is a `code` too, but it only sends files to that window.
function desktopIsThere(): boolean {
  return isOnPath('code') && process.env['VSCODE_IPC_HOOK_CLI'] === undefined;
}

async function openOnDesktop(settings: Settings): Promise<void> {
  build('build');
  using scratch = new ScratchFolder();
  const samples = copySamples(scratch.path);
  const userData = path.join(scratch.path, 'user-data');
  mkdirSync(path.join(userData, 'User'), { recursive: true });
  writeFileSync(path.join(userData, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  console.log(`Opening ${samples} in VS Code; this ends when you close its window …`);
  const code = spawn(
    'code',
    [
      '--new-window',
      '--wait',
      '--disable-workspace-trust',
      `--user-data-dir=${userData}`,
      `--extensions-dir=${path.join(scratch.path, 'extensions')}`,
      `--extensionDevelopmentPath=${root}`,
      samples,
    ],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  await once(code, 'exit');
}

async function openInBrowser(settings: Settings): Promise<void> {
  build('package');
  const token = randomBytes(32).toString('hex');
  await using server = await VsCodeServer.start({
    extensions: [packagedExtension],
    settings,
    connectionToken: token,
  });
  const address = server.windowAddress(copySamples(server.scratch), { tkn: token });
  console.log(`\nVS Code runs at\n\n    ${address}\n`);
  if (values.check === true) {
    await check(address);
    console.log('It answers, and only to whoever knows the address.');
    return;
  }
  openAddress(address);
  console.log('Press Ctrl+C to stop it.');
  await server.ended;
  throw new Error('The VS Code server has ended.');
}

function build(script: 'build' | 'package'): void {
  console.log('Building the extension …');
  const { status, stdout, stderr } = spawnSync(`npm run --silent ${script}`, { cwd: root, shell: true });
  if (status !== 0) {
    throw new Error(`npm run ${script} failed:\n${stdout.toString()}${stderr.toString()}`);
  }
}

function copySamples(folder: string): string {
  const samples = path.join(folder, 'samples');
  cpSync(path.join(root, 'samples'), samples, { recursive: true });
  return samples;
}

// Where there is no desktop, the printed address has to do.
function openAddress(address: string): void {
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  spawn(opener, [address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

async function check(address: string): Promise<void> {
  const withoutToken = new URL(address);
  withoutToken.searchParams.delete('tkn');
  await expectStatus(withoutToken.href, 403);
  // The token is exchanged for a cookie.
  const exchange = await expectStatus(address, 302);
  const cookie = exchange.headers.get('set-cookie')?.split(';')[0] ?? '';
  await expectStatus(withoutToken.href, 200, { cookie });
}

async function expectStatus(address: string, status: number, headers: Record<string, string> = {}): Promise<Response> {
  const answer = await fetch(address, { headers, redirect: 'manual' });
  if (answer.status !== status) {
    throw new Error(`${address} answers ${answer.status} instead of ${status}.`);
  }
  return answer;
}
