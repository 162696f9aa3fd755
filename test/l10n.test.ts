import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';

import { textsIn, textsToTranslate } from './support/textsToTranslate.ts';

const root = path.join(import.meta.dirname, '..');

type Texts = Readonly<Record<string, string>>;

function read(file: string): Texts {
  const texts = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, string | { message: string }>;
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === 'string' ? text : text.message]),
  );
}

/** Both kinds of texts in English: those of the code, and those of package.json. */
const english = { 'l10n/bundle.l10n': read('l10n/bundle.l10n.json'), 'package.nls': read('package.nls.json') };

const languages = globSync('l10n/bundle.l10n.*.json', { cwd: root }).map(file => file.split('.').at(-2) ?? '');

/** What is the same in a language as in English, because it is a name or the same word there. */
const sameInAll = [
  'Device Batch',
  'Device Batch for Partner Center',
  'Microsoft Partner Center',
  'TPM',
  '{0} (AADSTS{1})',
];
const sameIn: Readonly<Record<string, readonly string[]>> = {
  de: ['Batch', 'Batch {0}', 'Details', 'Manifest', 'Status', 'Uploads', '{0}, {1}', '{0}, {1}: {2}'],
};

/** What stands for values, and what names something that is not translated: settings, properties, commands, code. */
const fixed =
  /\{\d+\}|`(?!Device Batch:)[^`]*`|\]\([^)]*\)|\b[a-z]+(?:[A-Z]\w*|(?:[._]\w+)+)\b|\b[A-Z]{3,}(?=s?\b)|\d{3,}/g;

function fixedParts(text: string): readonly string[] {
  return [...text.matchAll(fixed)].map(([part]) => part).toSorted();
}

/** How a text of several words ends tells what it is: a sentence, a question, a command that asks for more. */
function endOf(text: string): string {
  return /[.?…:]$/.exec(text.replaceAll('。', '.').replaceAll('？', '?').replaceAll('：', ':'))?.[0] ?? '';
}

suite('the texts to translate', () => {
  const texts = textsToTranslate();

  test('are plain literals, so that the exporter finds them', () =>
    assert.deepEqual(
      texts.filter(({ text }) => text === undefined).map(({ place }) => place),
      [],
    ));

  test('are those of the English bundle; "npm run l10n" updates it', () => {
    const expected = new Set(texts.flatMap(({ text }) => text ?? []));
    assert.deepEqual(english['l10n/bundle.l10n'], Object.fromEntries([...expected].map(text => [text, text])));
  });

  for (const [source, expected] of [
    [String.raw`vscode.l10n.t('It\'s {0}.', name)`, "It's {0}."],
    ['vscode.l10n.t(\n  "It\'s.",\n)', "It's."],
    ["vscode.l10n.t('One' + ' two')", undefined],
    ["vscode.l10n.t('One'.trim())", undefined],
    ['vscode.l10n.t(`One`)', undefined],
    ['vscode.l10n.t(one)', undefined],
    ["l10n.t('One')", undefined],
  ] as const) {
    test(`are found in ${source}`, () =>
      assert.deepEqual(textsIn(source, 'a.ts'), [{ place: 'a.ts:1', text: expected }]));
  }

  test('are in German and Traditional Chinese too', () =>
    assert.deepEqual(
      ['de', 'zh-tw'].filter(language => !languages.includes(language)),
      [],
    ));
});

for (const language of languages) {
  for (const [file, source] of Object.entries(english)) {
    suite(`${file}.${language}.json`, () => {
      const translation = read(`${file}.${language}.json`);
      const pairs = Object.entries(source).map(([key, text]) => [text, translation[key] ?? ''] as const);

      test('has every text, and none that is gone', () =>
        assert.deepEqual(Object.keys(translation).toSorted(), Object.keys(source).toSorted()));

      test('leaves values and names as they are', () =>
        assert.deepEqual(
          pairs.filter(([text, translated]) => fixedParts(text).join() !== fixedParts(translated).join()),
          [],
        ));

      test('ends as the English text does', () =>
        assert.deepEqual(
          pairs.filter(([text, translated]) => text.includes(' ') && endOf(text) !== endOf(translated)),
          [],
        ));

      test('names commands as the palette does', () => {
        const titles = read(`package.nls.${language}.json`);
        const commands = Object.entries(english['package.nls']).filter(([key]) => /^command\..*\.title$/.test(key));
        const named = pairs.flatMap(([text, translated]) =>
          commands
            .filter(([, title]) => ['"', '`'].some(quote => text.includes(`Device Batch: ${title}${quote}`)))
            .map(([key]) => ({ translated, title: `Device Batch: ${titles[key] ?? ''}` })),
        );
        assert.deepEqual(
          named.filter(({ translated, title }) => !translated.includes(title)),
          [],
        );
      });

      test('has no blanks around a text', () =>
        assert.deepEqual(
          pairs.filter(([, translated]) => translated !== translated.trim()),
          [],
        ));

      test('translates everything that is not the same word there', () => {
        const same = new Set([...sameInAll, ...(sameIn[language] ?? [])]);
        assert.deepEqual(
          pairs.filter(([text, translated]) => text === translated && !same.has(text)).map(([text]) => text),
          [],
        );
      });
    });
  }
}
