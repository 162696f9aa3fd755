// Loads the entry, and with `all` everything else too; prints how many milliseconds that took. The editor is not what is measured.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = path.join(import.meta.dirname, '../../dist');
const chunks = readdirSync(path.join(dist, 'chunks')).filter(name => name.endsWith('.js'));
const files = ['extension.js', ...(process.argv.includes('all') ? chunks.map(name => path.join('chunks', name)) : [])];

await import('vscode');
const start = performance.now();
for (const file of files) await import(pathToFileURL(path.join(dist, file)).href);
console.log(performance.now() - start);
