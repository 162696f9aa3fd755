// Makes what follows from device-batch.schema.json: the schemas for VS Code's JSON service and the compiled check. Files that are
// up to date stay untouched.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { checkTypes, compileCheck } from './compileCheck.mjs';
import { editorSchema } from './editorSchema.mjs';

const root = path.join(import.meta.dirname, '..');
const contract = JSON.parse(readFileSync(path.join(root, 'schemas/device-batch.schema.json'), 'utf8'));
const jsonc = { allowComments: true, allowTrailingCommas: true };

write('schemas/editor/device-batch.schema.json', json(editorSchema(contract)));
write('schemas/editor/device-batch.jsonc.schema.json', json(editorSchema(contract, jsonc)));
write('out/schemaCheck.js', compileCheck(contract));
write('out/schemaCheck.d.ts', checkTypes);

function json(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function write(file, text) {
  const target = path.join(root, file);
  if (read(target) === text) return;
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
