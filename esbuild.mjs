// Builds the extension into dist/. --watch rebuilds on change.
import { mkdir, rm, writeFile } from 'node:fs/promises';

import * as esbuild from 'esbuild';

import './schemas/build.mjs';

const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const extension = {
  entryPoints: ['src/extension.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  external: ['vscode'],
  // jsonc-parser's `main` is UMD, whose inner requires no bundler can follow.
  mainFields: ['module', 'main'],
  // undici's CommonJS parts call `require` for Node's own modules.
  banner: {
    js: "import { createRequire as createRequireForBundle } from 'node:module';const require = createRequireForBundle(import.meta.url);",
  },
  chunkNames: 'chunks/[name]-[hash]',
  minify: !watch,
  sourcemap: watch,
  metafile: true,
  logLevel: 'info',
};

// What the status page loads: one script and one style sheet.
/** @type {import('esbuild').BuildOptions} */
const webview = {
  entryPoints: ['src/webview/statusPage.ts', 'src/webview/statusPage.css'],
  outdir: 'dist/webview',
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2024',
  minify: !watch,
  sourcemap: watch,
  metafile: true,
  logLevel: 'info',
};

await rm('dist', { recursive: true, force: true });
if (watch) {
  await (await esbuild.context(extension)).watch();
  await (await esbuild.context(webview)).watch();
} else {
  const built = [await esbuild.build(extension), await esbuild.build(webview)].map(({ metafile }) => metafile);
  const inputs = Object.assign({}, ...built.map(meta => meta.inputs));
  const outputs = Object.assign({}, ...built.map(meta => meta.outputs));
  // What is bundled, and who imports whom: read by test/package.test.ts.
  await mkdir('out', { recursive: true });
  await writeFile('out/meta.json', JSON.stringify({ inputs, outputs }));
}
