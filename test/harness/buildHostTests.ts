import { rmSync } from 'node:fs';
import path from 'node:path';

import * as esbuild from 'esbuild';

import { root } from './project.ts';

/**
 * Builds tests for the extension host, with what runs them, into a folder under `out/`.
 *
 * @param files the test files, relative to the root
 * @returns the module to hand to VS Code as its test runner
 */
export async function buildHostTests(files: readonly string[]): Promise<string> {
  const folder = path.join(root, 'out/host');
  rmSync(folder, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['test/host/index.ts', ...files],
    outbase: 'test/host',
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    // The package is of type `module`, but VS Code goes by the name.
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node22',
    external: ['vscode', 'mocha'],
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return path.join(folder, 'index.mjs');
}
