import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { suite, test } from 'mocha';
import * as vscode from 'vscode';

suite('the installed package', () => {
  const folder = vscode.extensions.getExtension('zero-touch.device-batch')?.extensionPath ?? '';
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.posix.join(path.relative(folder, entry.parentPath).replaceAll('\\', '/'), entry.name));

  test('holds what users need and nothing else', () => {
    const kinds = new Set(files.map(file => file.replace(/^(dist|docs|samples|schemas|media|l10n)\/.*$/, '$1')));
    assert.deepEqual(
      [...kinds].sort(),
      [
        '.vsixmanifest',
        'changelog.md',
        'LICENSE.txt',
        'THIRD-PARTY-NOTICES.md',
        'dist',
        'docs',
        'l10n',
        'media',
        'package.json',
        'package.nls.de.json',
        'package.nls.json',
        'package.nls.zh-tw.json',
        'readme.md',
        'samples',
        'schemas',
      ].sort(),
    );
  });

  test('holds every picture of the walkthrough', () => {
    const pictures = files.filter(file => file.startsWith('media/walkthrough/'));
    const manifest = readFileSync(path.join(folder, 'package.json'), 'utf8');
    const named = [...manifest.matchAll(/"svg": "([^"]+)"/g)].map(([, file]) => file);
    assert.ok(named.length > 0);
    assert.deepEqual(new Set(pictures), new Set(named));
  });

  test('holds no source, no test and no source map', () => {
    assert.deepEqual(
      files.filter(file => /\.(ts|mjs|map)$|(^|\/)test\//.test(file)),
      [],
    );
  });
});
