import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';

const src = path.join(import.meta.dirname, '../src');

/** What each layer may import besides itself; `types:x` means type-only imports of x. ARCHITECTURE.md says why. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: ['jsonc-parser', '#schemaCheck', 'papaparse'],
  api: ['core'],
  uploads: ['core', 'api'],
  emulator: ['core', 'api', 'node'],
  platform: ['core', 'api', 'types:uploads', 'vscode', 'node', 'undici'],
  features: ['core', 'api', 'uploads', 'platform', 'vscode', 'node'],
  webview: ['core'],
  root: ['core', 'api', 'uploads', 'emulator', 'platform', 'features', 'vscode', 'node'],
};

/** Only the composition root may load code late. */
const lateLoaders = new Set(['extension.ts', 'network.ts']);

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly late: boolean;
}

/** Every import, re-export, side-effect import and dynamic import (those inside types included) of a source text. */
function importsOf(source: string): readonly Import[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  for (const match of code.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]/gm)) {
    found.push({ specifier: match[2] ?? '', typeOnly: match[1] !== undefined, late: false });
  }
  for (const match of code.matchAll(/(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]/g)) {
    found.push({ specifier: match[2] ?? '', typeOnly: match[1] !== undefined, late: match[1] === undefined });
  }
  for (const match of code.matchAll(/\brequire\(\s*['"]([^'"]+)['"]/g)) {
    found.push({ specifier: match[1] ?? '', typeOnly: false, late: true });
  }
  return found;
}

/** `core/manifest/span.ts` belongs to `core`, `features/upload/x.ts` to `features/upload`, `extension.ts` to `root`. */
function unitOf(file: string): string {
  const parts = file.split('/');
  if (parts.length === 1) {
    return 'root';
  }
  return parts[0] === 'features' ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

/** The unit, package or host that an import leads to; every `node:` module counts as `node`. */
function targetOf(specifier: string, file: string): string {
  if (specifier.startsWith('.')) {
    return unitOf(path.posix.join(path.posix.dirname(file), specifier));
  }
  return specifier.startsWith('node:') ? 'node' : (specifier.split('/')[0] ?? specifier);
}

function mayImport(file: string, { specifier, typeOnly }: Import): boolean {
  const own = unitOf(file);
  const layer = own.split('/')[0] ?? '';
  const target = targetOf(specifier, file);
  const targetLayer = target.split('/')[0] ?? '';
  const list = allowed[layer] ?? [];
  if (target === own) {
    return true;
  }
  if (own === 'features/status' && target === 'webview') {
    return typeOnly && specifier.endsWith('webview/protocol.ts');
  }
  if (layer === 'features' && targetLayer === 'features') {
    return false;
  }
  return list.includes(target) || list.includes(targetLayer) || (typeOnly && list.includes(`types:${target}`));
}

function read(file: string): string {
  return readFileSync(path.join(src, file), 'utf8');
}

const files = globSync('**/*.ts', { cwd: src }).map(file => file.replaceAll('\\', '/'));

suite('architecture', () => {
  test('every source file belongs to a layer of the table', () => {
    assert.deepEqual(
      files.filter(file => !(unitOf(file).split('/')[0] ?? '') || !((unitOf(file).split('/')[0] as string) in allowed)),
      [],
    );
  });

  for (const file of files) {
    test(`${file} imports only what its layer may`, () => {
      const forbidden = importsOf(read(file)).filter(one => !mayImport(file, one));
      assert.deepEqual(forbidden, []);
    });
  }

  test('only the composition root loads code late', () => {
    assert.deepEqual(
      files.filter(file => !lateLoaders.has(file) && importsOf(read(file)).some(one => one.late)),
      [],
    );
  });

  test('there are no barrels, grab bags or default exports', () => {
    const named = files.filter(file => /(^|\/)(index|utils?|helpers?|common|types)\.ts$/.test(file));
    const defaults = files.filter(file => /^export default /m.test(read(file)));
    assert.deepEqual([...named, ...defaults], []);
  });

  test('the check itself sees static, type, side-effect, re-exported, dynamic and required imports', () => {
    const source = [
      "import type { Uri } from 'vscode';",
      "import { a,\n  b } from './a.ts';",
      "import './b.ts';",
      "export { c } from './c.ts';",
      "const d = await import('./d.ts');",
      "type E = typeof import('./e.ts');",
      "const f = require('f');",
      "// import { g } from './g.ts';",
    ].join('\n');
    assert.deepEqual(
      importsOf(source).map(({ specifier, typeOnly, late }) => [specifier, typeOnly, late]),
      [
        ['vscode', true, false],
        ['./a.ts', false, false],
        ['./b.ts', false, false],
        ['./c.ts', false, false],
        ['./d.ts', false, true],
        ['./e.ts', true, false],
        ['f', false, true],
      ],
    );
  });
});
