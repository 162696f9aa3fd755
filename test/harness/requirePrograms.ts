import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { chromiumPath } from './chromiumPath.ts';

/** A program that is needed from the system; in Debian it is also the name of its package. */
export type Program = 'chromium' | 'g++' | 'make' | 'openssl' | 'python3';

/**
 * Sees to it that programs are there: as root on Debian it installs what is missing, after saying so.
 *
 * @throws Error with the line to run, where it may not install, or with what failed
 */
export function requirePrograms(programs: readonly Program[]): void {
  const missing = programs.filter(program => !isInstalled(program));
  if (missing.length === 0) {
    return;
  }
  const install = `apt-get install --yes --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    throw new Error(`Not installed: ${missing.join(', ')}. On Debian and Ubuntu run: sudo ${install}`);
  }
  console.log(`Installing Debian packages (${install}) …`);
  for (const command of ['apt-get update', install]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status } = spawnSync(command, { env, shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) {
      throw new Error(`${command} failed: see above.`);
    }
  }
}

function isInstalled(program: Program): boolean {
  return program === 'chromium' ? chromiumPath() !== undefined : isOnPath(program);
}

/** Whether the PATH leads to a program of this name. */
export function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(path.delimiter).some(folder => existsSync(path.join(folder, program)));
}
