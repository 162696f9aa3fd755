import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, suite, test } from 'node:test';

import { build } from 'esbuild';

const folder = mkdtempSync(path.join(tmpdir(), 'device-batch-dispatcher-'));
after(() => rmSync(folder, { recursive: true }));

/** Bundles the module as the product is bundled, and returns the address of the bundle. */
async function bundle(entry: string): Promise<string> {
  const outfile = path.join(folder, 'transport.mjs');
  await build({
    stdin: { contents: entry, resolveDir: import.meta.dirname, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return outfile;
}

/** Loads the module in a new process that has these symbols set, and returns what they are afterwards. */
function symbolsAfter(module: string, preset: Readonly<Record<string, string>>): unknown {
  const script = path.join(folder, `${crypto.randomUUID()}.mjs`);
  writeFileSync(
    script,
    `for (const [key, value] of Object.entries(${JSON.stringify(preset)})) globalThis[Symbol.for(key)] = value;
    await import(${JSON.stringify(module)});
    const keys = ['undici.globalDispatcher.1', 'undici.globalDispatcher.2'];
    console.log(JSON.stringify(keys.map(key => globalThis[Symbol.for(key)] ?? null)));`,
  );
  const output: unknown = JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' }));
  return output;
}

// An `import` of node:http would load Node's own undici, which sets the symbols.
const use = `
  import { createTransport } from '../../../src/platform/transport/createTransport.ts';
  const server = require('node:http').createServer((_, response) => response.end()).listen(0, '127.0.0.1');
  await new Promise(resolve => server.on('listening', resolve));
  const settings = { proxy: '', noProxy: [], support: 'off', authorization: undefined, strictProxySsl: true, systemCertificates: false };
  const transport = createTransport({ client: () => 'undici', settings: () => settings, env: {}, fetch, onFallback: () => {} });
  const url = new URL('http://127.0.0.1:' + server.address().port);
  const { status } = await transport.send({ method: 'GET', url, headers: {}, signal: new AbortController().signal });
  if (status !== 200) throw new Error('no answer');
  transport.dispose();
  server.close();
`;

suite("the process's dispatcher", () => {
  test('stays as it was, after a request too', async () => {
    const bundled = await bundle(use);

    assert.deepEqual(symbolsAfter(bundled, {}), [null, null]);
    assert.deepEqual(symbolsAfter(bundled, { 'undici.globalDispatcher.1': 'theirs' }), ['theirs', null]);
  });

  test("is changed by undici's root, which this test would notice", () => {
    const root = createRequire(import.meta.url).resolve('undici');

    assert.notDeepEqual(symbolsAfter(root, {}), [null, null]);
    assert.notDeepEqual(symbolsAfter(root, { 'undici.globalDispatcher.1': 'theirs' }), ['theirs', null]);
  });
});
