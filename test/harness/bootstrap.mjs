// Runs a TypeScript program of this folder from a fresh clone. It needs Node.js 20 and npm, nothing installed:
// it installs the npm packages where they are missing, then hands over to a Node.js that runs TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = path.join(root, 'node_modules/.bin');

/**
 * Runs `test/harness/<name>.ts` with this process's arguments and ends with its exit code.
 *
 * @param {string} name
 */
export function runProgram(name) {
  if (!packagesAreInstalled()) {
    installPackages();
  }
  process.env.PATH = `${bin}${path.delimiter}${process.env.PATH}`;
  const program = path.join(root, 'test/harness', `${name}.ts`);
  const child = spawn(nodeForTypeScript(), [program, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.once('exit', code => {
    process.exitCode = code ?? 1;
  });
}

// npm writes node_modules/.package-lock.json when an install has come to its end, and lists there what it installed.
function packagesAreInstalled() {
  const present = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).every(
    ([folder, { version, optional }]) =>
      folder === '' || (present[folder] ? present[folder].version === version : optional),
  );
}

function packagesIn(lockFile) {
  const file = path.join(root, lockFile);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

function installPackages() {
  console.log('Installing the npm packages (npm ci, about 15 seconds) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error('npm ci failed: see above.');
    process.exit(1);
  }
}

function nodeForTypeScript() {
  const fromPackages = path.join(bin, 'node');
  if (existsSync(fromPackages)) {
    return fromPackages;
  }
  if (process.features.typescript) {
    return process.execPath;
  }
  console.error(
    `This is Node.js ${process.version}. npm brings a newer one for Linux on x64 only: elsewhere install Node.js 24 (https://nodejs.org) and run the command again.`,
  );
  process.exit(1);
}
