import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** A place where a text is translated; `text` is `undefined` where it is no plain literal. */
export interface TextToTranslate {
  readonly place: string;
  readonly text: string | undefined;
}

const call = /\bl10n\s*\.\s*t\s*\(/g;
const literal = /^\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")\s*[,)]/;

/** Every call of `vscode.l10n.t` in a source text, with the literal it is given. */
export function textsIn(source: string, file: string): readonly TextToTranslate[] {
  return [...source.matchAll(call)].map(({ index, 0: { length } }) => {
    const [, single, double] = literal.exec(source.slice(index + length)) ?? [];
    const written = source.startsWith('vscode.', index - 'vscode.'.length) ? (single ?? double) : undefined;
    return {
      place: `${file}:${source.slice(0, index).split('\n').length}`,
      text: written?.replaceAll(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)),
    };
  });
}

/** The same of all sources. */
export function textsToTranslate(): readonly TextToTranslate[] {
  return globSync('src/**/*.ts', { cwd: root }).flatMap(file =>
    textsIn(readFileSync(path.join(root, file), 'utf8'), file),
  );
}
