// Writes bundle.l10n.json from the texts in the sources, takes out of each language what no text needs any more, and lists
// what it lacks. Exits with 1 while anything is missing.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { getL10nJson } from '@vscode/l10n-dev';

const root = path.join(import.meta.dirname, '..');

const sources = globSync('src/**/*.ts', { cwd: root })
  .map(file => readFileSync(path.join(root, file), 'utf8'))
  .filter(text => text.includes('l10n.t('))
  .map(contents => ({ extension: '.ts', contents }));

const bundle = sorted(await getL10nJson(sources));
write('l10n/bundle.l10n.json', bundle);

const missing = languages().flatMap(language => [
  ...update(`l10n/bundle.l10n.${language}.json`, Object.keys(bundle)),
  ...update(`package.nls.${language}.json`, Object.keys(read('package.nls.json'))),
]);
for (const line of missing) {
  console.log(line);
}
process.exitCode = missing.length > 0 ? 1 : 0;

/** Every language that has one of its two files. */
function languages() {
  const names = globSync(['l10n/bundle.l10n.*.json', 'package.nls.*.json'], { cwd: root });
  return [...new Set(names.map(name => name.split('.').at(-2) ?? ''))].toSorted(byCodeUnits);
}

/**
 * Keeps of a translation what is needed, in order.
 *
 * @param {string} file
 * @param {readonly string[]} keys
 * @returns {readonly string[]} what it lacks, a line each
 */
function update(file, keys) {
  const texts = existsSync(path.join(root, file)) ? read(file) : {};
  write(file, Object.fromEntries(keys.filter(key => key in texts).map(key => [key, texts[key]])));
  return keys.filter(key => !(key in texts)).map(key => `${file} lacks ${JSON.stringify(key)}`);
}

/**
 * @param {string} file
 * @returns {Record<string, unknown>}
 */
function read(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/**
 * @param {string} file
 * @param {object} value
 */
function write(file, value) {
  writeFileSync(path.join(root, file), `${JSON.stringify(value, undefined, 2)}\n`);
}

/**
 * @template T
 * @param {Record<string, T>} texts
 * @returns {Record<string, T>}
 */
function sorted(texts) {
  return Object.fromEntries(Object.entries(texts).toSorted(([a], [b]) => byCodeUnits(a, b)));
}

/**
 * @param {string} a
 * @param {string} b
 */
function byCodeUnits(a, b) {
  return a < b ? -1 : Number(a > b);
}
