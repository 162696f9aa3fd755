import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

import { execute } from './execute.ts';
import { root } from './project.ts';
import { requirePrograms } from './requirePrograms.ts';
import { ScratchFolder } from './scratchFolder.ts';

const pins = path.join(root, 'test/harness/vscode-server');
const installs = path.join(root, 'test/.vscode-server');

// The native add-ons the server needs, and the file each build leaves. Without spdlog every output channel stays empty;
// watchdog ends an extension host whose server died.
const addOns = [
  ['@vscode/spdlog', 'spdlog.node'],
  ['@vscode/native-watchdog', 'watchdog.node'],
] as const;

/**
 * Resolves with the main script of the pinned VS Code server, which it installs first where that is missing.
 *
 * Safe when two runs start at once: each installs into a folder of its own and moves it into place in one step.
 *
 * @throws Error with the output of the step that failed
 */
export async function vsCodeServerMain(): Promise<string> {
  const lockText = readFileSync(path.join(pins, 'package-lock.json'));
  const installed = path.join(installs, createHash('sha256').update(lockText).digest('hex').slice(0, 12));
  if (!existsSync(installed)) {
    requirePrograms(['g++', 'make', 'python3']);
    console.log('Installing the VS Code server (about 30 seconds, 600 MB) …');
    mkdirSync(installs, { recursive: true });
    removeLeftovers();
    using scratch = new ScratchFolder(installs);
    await install(scratch.path);
    moveInto(installed, scratch.path);
  }
  return path.join(installed, 'node_modules/code-server/lib/vscode/out/server-main.js');
}

async function install(folder: string): Promise<void> {
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(path.join(pins, file), path.join(folder, file));
  }
  await npmCi(folder);
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  // npm 12 reads no npm-shrinkwrap.json.
  copyFileSync(path.join(vscode, 'npm-shrinkwrap.json'), path.join(vscode, 'package-lock.json'));
  await npmCi(vscode, '--omit=dev', '--legacy-peer-deps');
  const nodeGyp = path.join(folder, 'node_modules/node-gyp/bin/node-gyp.js');
  await Promise.all(
    addOns.map(([name, output]) => buildAddOn(nodeGyp, path.join(vscode, 'node_modules', name), output)),
  );
}

// No install script runs: the server's own would look for Kerberos headers and download what is not needed here.
async function npmCi(cwd: string, ...args: readonly string[]): Promise<void> {
  await execute('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', ...args], { cwd });
}

async function buildAddOn(nodeGyp: string, cwd: string, output: string): Promise<void> {
  await execute(process.execPath, [nodeGyp, 'rebuild', ...headerFlags()], { cwd });
  if (!existsSync(path.join(cwd, 'build/Release', output))) {
    throw new Error(`node-gyp left no ${output} in ${cwd}`);
  }
}

// The add-ons use Node-API only, so the headers of any Node.js serve; npm's Node.js package ships them.
function headerFlags(): readonly string[] {
  const folder = [path.resolve(process.execPath, '../..'), '/usr'].find(candidate =>
    existsSync(path.join(candidate, 'include/node/node_api.h')),
  );
  return folder === undefined ? [] : [`--nodedir=${folder}`];
}

function moveInto(installed: string, folder: string): void {
  try {
    renameSync(folder, installed);
  } catch (error) {
    if (!existsSync(installed)) {
      throw error;
    }
    // Another run was faster: its install is as good.
  }
}

// Older servers, and installs that were cut short. What is younger than an hour may belong to a run that goes on.
function removeLeftovers(): void {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(installs)) {
    const folder = path.join(installs, name);
    if (statSync(folder).mtimeMs < anHourAgo) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
