import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';

import { problemCodes, ruleCatalog } from '../src/core/rules/ruleCatalog.ts';

const root = path.join(import.meta.dirname, '..');

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

interface Manifest {
  readonly version: string;
  readonly repository?: unknown;
  readonly contributes: {
    readonly commands: readonly { readonly title: string; readonly category: string }[];
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly default: unknown }>>;
    }[];
  };
}

const readme = read('README.md');
const manifest = JSON.parse(read('package.json')) as Manifest;
const titles = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;
const messages = Object.keys(JSON.parse(read('l10n/bundle.l10n.json')) as object);

/** What stands below a heading, up to the next one of its level. */
function section(heading: string): string {
  const [, text] = readme.split(`\n## ${heading}\n`);
  return text?.split('\n## ')[0] ?? assert.fail(`has no section "${heading}"`);
}

/** The cells of all rows of all tables in a section, without those that name the columns. */
function rows(heading: string): readonly (readonly string[])[] {
  const lines = section(heading).split('\n');
  return lines
    .filter(
      (line, index) => line.startsWith('| ') && !line.startsWith('| ---') && !lines[index + 1]?.startsWith('| ---'),
    )
    .map(line => line.slice(2, -2).split(' | '));
}

suite('The README', () => {
  test('lists every setting, with its default, and no other', () => {
    const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
    assert.deepEqual(
      rows('Settings').map(([key, value]) => [key, value]),
      settings.map(([key, setting]) => [`\`${key}\``, `\`${JSON.stringify(setting.default)}\``]),
    );
  });

  test('lists every rule, with its page and its severity', () =>
    assert.deepEqual(
      rows('The rules').map(([code, severity]) => [code, severity]),
      problemCodes.map(code => {
        const { severity, locked } = ruleCatalog[code];
        return [`[\`${code}\`](docs/rules/${code}.md)`, locked ? `${severity}, always` : severity];
      }),
    ));

  test('names only commands that there are', () => {
    const commands = new Set(
      manifest.contributes.commands.map(({ category, title }) => `${category}: ${titles[title.replaceAll('%', '')]}`),
    );
    const named = [...readme.matchAll(/`(Device Batch: [^`]+)`/g)].map(([, command = '']) => command);
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.filter(command => !commands.has(command)),
      [],
    );
  });

  test('explains only messages that can be shown', () => {
    const shown = new Set(messages.map(message => message.replaceAll(/\{\d\}/g, '…')));
    const explained = rows('Troubleshooting').map(([message = '']) => message);
    assert.ok(explained.length > 40);
    assert.deepEqual(
      explained.filter(message => !shown.has(message)),
      [],
    );
  });

  test('has every picture in the light and the dark theme', () => {
    const pictures = [
      ...readme.matchAll(/srcset="([^"]+)-dark\.png">\s*<img src="([^"]+)-light\.png" alt="[^"]{20,}">/g),
    ];
    assert.deepEqual(
      pictures.map(([, dark]) => dark),
      pictures.map(([, , light]) => light),
    );
    assert.equal(pictures.length, readme.split('<picture>').length - 1);
  });

  test('has whole addresses where vsce makes none, once the repository is known', () => {
    const relative = [...readme.matchAll(/srcset="(?!https:)([^"]+)"/g)].map(([, address]) => address);
    assert.ok(manifest.repository === undefined || relative.length === 0, relative.join());
  });
});

suite('The documentation', () => {
  const pages = globSync(['*.md', 'docs/**/*.md', 'test/harness/*.md'], { cwd: root });

  for (const page of pages) {
    test(`${page} links only to what is there`, () => {
      const text = read(page);
      const links = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
        ([, link, source]) => link ?? source,
      );
      assert.deepEqual(
        links.filter(link => link !== undefined && !leadsSomewhere(link, page)),
        [],
      );
    });
  }

  test('tells in the changelog of the version that is packaged', () =>
    assert.equal(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1], manifest.version));
});

function leadsSomewhere(link: string, page: string): boolean {
  if (/^https?:/.test(link)) {
    return true;
  }
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? page : path.join(path.dirname(page), file);
  return existsSync(path.join(root, target)) && (anchor === undefined || anchorsOf(read(target)).includes(anchor));
}

/** What GitHub and VS Code make of headings. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
